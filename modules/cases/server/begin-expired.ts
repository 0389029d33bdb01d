import type { Instant } from '#kernel/actor.ts'
import { couldBegin, readTermSettings, type BegunDuty } from '#modules/calendars/public.ts'
import type { TermFacts } from '#modules/calendars/rules/facts-asked.ts'
import { sql } from '#platform/server/database.ts'
import { doWork, everyOrganisation, systemActor, type Ground } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import type { Channel, Kind } from '../contract.ts'
import { factsOf } from '../rules/term-facts.ts'
import { begin, following, noted } from './begin-duties.ts'
import { saveGoverning } from './store-case.ts'
import { lockCases } from './store-recompute.ts'
import { happened, lockCaseById } from './the-case.ts'

/** Cases in one transaction: a backlog keeps none of them from whoever works it for long, and a crash repeats none. */
const AT_ONCE = 200

/** Begins, in every organisation whose rules know of it, what the law asks where the term to answer has run out. Twice at once begins once. */
export async function beginExpired(ground: Ground): Promise<void> {
  for (const organisationId of await everyOrganisation(ground)) {
    const actor = systemActor(organisationId)
    const owing = (await doWork(ground, actor, (work) => readOwing(work), { readOnly: true })).map(({ caseId }) => caseId)
    for (let at = 0; at < owing.length; at += AT_ONCE) await doWork(ground, actor, (work) => beginOwed(work, owing.slice(at, at + AT_ONCE)))
  }
}

async function beginOwed(work: Work, caseIds: readonly string[]): Promise<void> {
  const { tx, actor } = work
  await lockCases(tx, actor.organisationId, caseIds)
  // Read again now that they are locked: one may have been answered meanwhile, or gone into another.
  for (const { caseId, owed } of await readOwing(work, caseIds)) {
    const theCase = await lockCaseById(tx, actor.organisationId, caseId)
    const begun = begin(work, caseId, owed)
    saveGoverning(work, caseId)
    happened(work, theCase, { action: 'duty-begun', details: { event: 'expiry', on: owed[0]!.on, duties: begun.map(noted) } })
  }
}

type Expired = { caseId: string; branchId: string; dueAt: Instant; kind: Kind; channel: Channel; termFacts: Partial<TermFacts>; customerId: string | null; productId: string | null; segment: string; begun: string[] }

/** What is owed since the term to answer ran out and has not begun, case by case; `among`: of these cases alone. */
async function readOwing({ tx, actor, now }: Work, among?: readonly string[]): Promise<{ caseId: string; owed: BegunDuty[] }[]> {
  const settings = await readTermSettings(tx, actor.organisationId)
  if (!couldBegin(settings, 'expiry')) return []
  const expired = await tx<Expired>`
    select distinct on (t.case_id) t.case_id, c.branch_id, t.due_at, c.kind, c.channel, c.term_facts, c.customer_id, c.product_id, coalesce(u.segment, '') as segment,
      array(select d.rule_id from case_duties d where d.organisation_id = t.organisation_id and d.case_id = t.case_id) as begun
    from case_terms t
    join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id and c.status = 'open'
    left join customers u on u.organisation_id = c.organisation_id and u.id = c.customer_id
    where t.organisation_id = ${actor.organisationId} and t.state = 'running' and t.clock = 'final-answer' and t.layer = 'law' and t.due_at < ${now}
      ${among ? sql`and t.case_id = any (${among}::uuid[])` : sql``}
    order by t.case_id, t.due_at`
  return expired
    .map(({ caseId, branchId, dueAt, kind, channel, termFacts, begun, ...whose }) => ({
      caseId, owed: following(settings, branchId, factsOf(kind, channel, termFacts, whose), 'expiry', dueAt).filter(({ rule }) => !begun.includes(rule.id)),
    }))
    .filter(({ owed }) => owed.length > 0)
}
