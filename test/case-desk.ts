import { expect } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { CloseCase, WriteAnswer } from '#modules/cases/contract-work.ts'
import { closeCase } from '#modules/cases/server/close-case.ts'
import { readCase } from '#modules/cases/server/read-case.ts'
import { readTermsExplained } from '#modules/cases/server/read-terms.ts'
import { readTimeline } from '#modules/cases/server/read-timeline.ts'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { writeAnswer } from '#modules/cases/server/write-answer.ts'
import { systemActor } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { aCompany, anActor, casesNeeds, doing } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

/** A company with its targets and the people of a case in Bogotá: who heads the service, who is at the desk, who answers for the branch and for two areas; and what most tests do and read. */
export async function aCaseDesk() {
  const company = await aCompany(await aGround(), { targets: defaultTargets() })
  const branchId = company.branches['BOG']!
  const head = await anActor(company, 'head')
  const agent = await anActor(company, 'agent', { branchId })
  const as = <T>(actor: Actor, body: (work: Work) => Promise<T>) => doing(company, actor, body)
  const sheet = (number: string, actor = head) => as(actor, (work) => readCase(work, number))
  const explained = async (number: string) => (await as(head, (work) => readTermsExplained(casesNeeds, work, number))).items
  return {
    company, head, agent, as, sheet, explained,
    clock: company.ground.clock,
    responsible: await anActor(company, 'branch-responsible', { branchId }),
    delivery: await anActor(company, 'area-responder', { areaId: company.areas['ENT']! }),
    sales: await anActor(company, 'area-responder', { areaId: company.areas['GEC']! }),
    system: systemActor(company.organisationId),
    timeline: async (number: string) => (await as(head, (work) => readTimeline(work, number, { limit: 200 }))).items,
    /** The rules of the clocks that run. */
    running: async (number: string) => (await sheet(number)).terms.filter(({ state }) => state === 'running').map(({ rule }) => rule),
    answer: (number: string, asked: Partial<z.input<typeof WriteAnswer.body & {}>> = {}, actor = agent) =>
      as(actor, (work) => writeAnswer(work, number, WriteAnswer.body!.parse({ way: 'telephone', body: 'Se revisó su caso y se repuso el cilindro.', ...asked }))),
    close: (number: string, asked: Partial<z.input<typeof CloseCase.body & {}>> = {}, actor = agent) =>
      as(actor, (work) => closeCase(work, number, CloseCase.body!.parse({ causeId: company.causes['ENTREGA'], actionTaken: 'Se repuso', remedy: 'replacement', ...asked }))),
  }
}

/** A rule's no, by its code. */
export const refused = (code: string): unknown => expect.objectContaining({ code })
/** A field's no, by where and what. */
export const wrong = (path: string, code: string): unknown => expect.objectContaining({ fields: [expect.objectContaining({ path, code })] })
