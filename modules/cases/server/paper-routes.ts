import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may } from '#kernel/actor.ts'
import { id } from '#kernel/fields.ts'
import { NotFound } from '#kernel/refusal.ts'
import { doWork } from '#platform/server/ground.ts'
import { admit, sendProblem, type ServerNeeds } from '#platform/server/http.ts'
import type { PrintedDocument } from '#platform/server/print/document.ts'
import { printDocument } from '#platform/server/print/print-document.ts'
import type { Work } from '#platform/server/work.ts'
import { numbers } from './case-alias.ts'
import { acknowledgementPaper, letterPaper } from './case-papers.ts'
import type { CasesNeeds } from './needs.ts'

type Doors = Pick<ServerNeeds, 'ground' | 'authenticate' | 'problems' | 'publicUrl'>

/** Papers of a case, as PDF: its acknowledgement, and an answer as a letter. */
export function mountPapers(server: FastifyInstance, doors: Doors, needs: CasesNeeds): void {
  server.get('/api/v1/cases/:number/acknowledgement.pdf', async (request, reply) =>
    send(doors, request, reply, async ({ tx, actor }) => {
      const caseId = await numbers.caseId(tx, actor.organisationId, (request.params as { number: string }).number)
      const [theCase] = await tx<{ language: 'es' | 'en' }>`select language from cases where organisation_id = ${actor.organisationId} and id = ${caseId}`
      return acknowledgementPaper(needs, tx, actor.organisationId, caseId, theCase!.language)
    }))
  server.get('/api/v1/answers/:answerId/letter.pdf', async (request, reply) =>
    send(doors, request, reply, async ({ tx, actor }) => {
      const answerId = id().safeParse((request.params as { answerId: string }).answerId).data
      const [found] = answerId ? await tx<{ caseId: string; language: 'es' | 'en' }>`
        select a.case_id, c.language from case_answers a join cases c on c.organisation_id = a.organisation_id and c.id = a.case_id
        where a.organisation_id = ${actor.organisationId} and a.id = ${answerId}` : []
      if (!found) throw new NotFound('answer')
      return letterPaper(needs, tx, actor.organisationId, found.caseId, answerId!, found.language)
    }))
}

async function send(doors: Doors, request: FastifyRequest, reply: FastifyReply, compose: (work: Work) => Promise<PrintedDocument>): Promise<FastifyReply> {
  const actor = await admit(doors, 'cases.read', request)
  if ('status' in actor) return sendProblem(reply, actor)
  if (!may(actor, 'cases.read')) throw new NotFound('case')
  const paper = await doWork(doors.ground, actor, compose, { readOnly: true })
  return sendPaper(reply, paper)
}

/** Shown in the browser's own viewer, from where it is printed or kept. */
export async function sendPaper(reply: FastifyReply, paper: PrintedDocument): Promise<FastifyReply> {
  const name = `${paper.title.replace(/[^\p{L}\p{Nd}.-]+/gu, ' ').trim()}.pdf`
  return reply
    .type('application/pdf')
    .headers({ 'cache-control': 'private, no-store', 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}` })
    .send(await printDocument(paper))
}
