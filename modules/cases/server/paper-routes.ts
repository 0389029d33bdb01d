import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may, type Actor } from '#kernel/actor.ts'
import { id } from '#kernel/fields.ts'
import { Forbidden, NotFound } from '#kernel/refusal.ts'
import { seesMasked } from '#modules/customers/rules/mask.ts'
import type { Tx } from '#platform/server/database.ts'
import { contentDisposition } from '#platform/server/file-name.ts'
import { doWork } from '#platform/server/ground.ts'
import { admit, sendProblem, type ServerNeeds } from '#platform/server/http.ts'
import type { BytesDoor } from '#platform/server/openapi.ts'
import type { PrintedDocument } from '#platform/server/print/document.ts'
import { printDocument } from '#platform/server/print/print-document.ts'
import { watchReadings, type Reading } from '#platform/server/readings.ts'
import type { Work } from '#platform/server/work.ts'
import { numbers } from './case-alias.ts'
import { acknowledgementPaper, letterPaper, type PaperFor } from './case-papers.ts'
import { sheetSeen } from './case-seen.ts'
import type { CasesNeeds } from './needs.ts'
import { placeOf } from './the-case.ts'

type Doors = Pick<ServerNeeds, 'ground' | 'authenticate' | 'problems' | 'publicUrl'>

export const PAPER_DOORS: readonly BytesDoor[] = [
  { method: 'GET', path: '/cases/:number/acknowledgement.pdf', name: 'PrintAcknowledgement', summary: 'The acknowledgement of a case: number, instant, terms and their rule.', gives: 'application/pdf' },
  { method: 'GET', path: '/answers/:answerId/letter.pdf', name: 'PrintLetter', summary: 'An answer as a letter.', gives: 'application/pdf' },
]

/** Papers of a case, as PDF: its acknowledgement, and an answer as a letter. */
export function mountPapers(server: FastifyInstance, doors: Doors, needs: CasesNeeds): void {
  const noteReadings = watchReadings(doors.ground)
  const send = async (request: FastifyRequest, reply: FastifyReply, compose: (work: Work) => Promise<PrintedDocument & { of: PaperOf }>) => {
    const actor = await admit(doors, 'cases.read', request)
    if ('status' in actor) return sendProblem(reply, actor)
    const { of, ...paper } = await doWork(doors.ground, actor, compose, { readOnly: true })
    await noteReadings(actor, [of.reading])
    return sendPaper(reply, paper)
  }
  server.get('/api/v1/cases/:number/acknowledgement.pdf', async (request, reply) =>
    send(request, reply, async ({ tx, actor }) => {
      const caseId = await numbers.caseId(tx, actor.organisationId, (request.params as { number: string }).number)
      const of = await paperOf(tx, actor, caseId)
      return { of, ...(await acknowledgementPaper(needs, tx, actor.organisationId, caseId, of)) }
    }))
  server.get('/api/v1/answers/:answerId/letter.pdf', async (request, reply) =>
    send(request, reply, async ({ tx, actor }) => {
      const answerId = id().safeParse((request.params as { answerId: string }).answerId).data
      // It carries the whole address to which it goes.
      if (seesMasked(actor)) throw new Forbidden('cases.read')
      const [found] = answerId ? await tx<{ caseId: string }>`
        select a.case_id from case_answers a join cases c on c.organisation_id = a.organisation_id and c.id = a.case_id
        where a.organisation_id = ${actor.organisationId} and a.id = ${answerId}` : []
      if (!found) throw new NotFound('answer')
      const of = await paperOf(tx, actor, found.caseId)
      return { of, ...(await letterPaper(needs, tx, actor.organisationId, found.caseId, answerId!, of)) }
    }))
}

/** A paper shows what the sheet of its case does: it is looked at there. */
type PaperOf = PaperFor & { reading: Reading }

/** The customer's link is only on what is printed by whoever registered the case or works it. */
async function paperOf(tx: Tx, actor: Actor, caseId: string): Promise<PaperOf> {
  const [theCase] = await tx<{ number: string; customerId: string | null; language: 'es' | 'en'; registeredBy: string; branchId: string; areaIds: string[]; supplierId: string | null }>`
    select number, customer_id, language, registered_by, branch_id, area_ids, supplier_id from cases where organisation_id = ${actor.organisationId} and id = ${caseId}`
  const { number, customerId, language, registeredBy } = theCase!
  return {
    language, withLink: registeredBy === actor.id || may(actor, 'cases.work', placeOf(theCase!)),
    reading: sheetSeen({ id: caseId, number, customerId }),
  }
}

/** Shown in the browser's own viewer, from where it is printed or kept. */
export async function sendPaper(reply: FastifyReply, paper: PrintedDocument): Promise<FastifyReply> {
  const name = `${paper.title.replace(/[^\p{L}\p{Nd}.-]+/gu, ' ').trim()}.pdf`
  return reply
    .type('application/pdf')
    .headers({ 'cache-control': 'private, no-store', 'content-disposition': contentDisposition(name, 'inline') })
    .send(await printDocument(paper))
}
