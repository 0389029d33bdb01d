import { may, scopeOf } from '#kernel/actor.ts'
import { pageOf, readAfterId } from '#kernel/cursor.ts'
import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import { Forbidden } from '#kernel/refusal.ts'
import { answerMailRetried, casesSeen } from '#modules/cases/public.ts'
import { sql, type Sql } from '#platform/server/database.ts'
import { listMails, mailHeld, retryMail } from '#platform/server/outgoing-mail.ts'
import { on, type Route } from '#platform/server/route.ts'
import type { Work } from '#platform/server/work.ts'
import { ListMails, RetryMail } from '../contract.ts'

const seen = { sees: 'mail.read' }
/** Mails that show where a customer is reached, as the sheet of their case does. */
const TO_CUSTOMERS: ReadonlySet<string> = new Set(['acknowledgement', 'answer', 'extension', 'merge-notice'])

/** The outbox, in sight: what waits for a mail server, what failed and why. */
export const outboxRoutes = ({ hasMailServer }: { hasMailServer: boolean }): Route[] => [
  on(ListMails, 'mail.read', (work, { query }) => list(work, query, { hasMailServer }), { ...seen, shows: (work, _, { items }) => casesSeen(work, items.flatMap(({ purpose, caseNumber }) => (caseNumber && TO_CUSTOMERS.has(purpose) ? [caseNumber] : []))) }),
  on(RetryMail, 'mail.read', async (work, { params }) => {
    // The auditor reads and does nothing.
    if (!may(work.actor, 'cases.work') && !may(work.actor, 'settings.manage')) throw new Forbidden('mail.read')
    await retryMail(work, params.mailId, withinReach(work))
    await answerMailRetried(work, params.mailId)
    return { id: params.mailId }
  }, seen),
]

/** Whoever reads the mails of a branch sees those of its cases: not of another's, and not of the staff's accounts. */
const withinReach = ({ actor }: Work): Sql =>
  scopeOf(actor, 'mail.read').all
    ? sql`true`
    : sql`subject_kind = 'case' and exists (select from cases c where c.organisation_id = outgoing_mails.organisation_id and c.id = outgoing_mails.subject_id)`

async function list(work: Work, { state, limit, cursor }: QueryOf<typeof ListMails>, server: { hasMailServer: boolean }): Promise<ReplyOf<typeof ListMails>> {
  const mails = await listMails(work, { state: state ?? null, before: readAfterId(cursor), limit: limit + 1, within: withinReach(work) })
  const { items, nextCursor } = pageOf(mails, limit, ({ id }) => [id])
  const numbers = await numbersOf(work, items.filter(({ subjectKind }) => subjectKind === 'case').map(({ subjectId }) => subjectId))
  return {
    held: await mailHeld(work, server),
    nextCursor,
    items: items.map(({ subjectKind: _, subjectId, notBefore: __, ...mail }) => ({ ...mail, title: mail.title ?? '', caseNumber: numbers.get(subjectId) ?? null })),
  }
}

/** Numbers of the cases that this reader may see; a mail of another's says none. */
async function numbersOf({ tx, actor }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; number: string }>`select id, number from cases where organisation_id = ${actor.organisationId} and id = any (${ids}::uuid[])`
  return new Map(rows.map(({ id, number }) => [id, number]))
}
