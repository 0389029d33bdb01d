import type { Instant } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Status } from '../contract.ts'

/** What a mail to a colleague names of a case. */
export type Noticed = { number: string; title: string; timeZone: string }

export const readNoticed = (tx: Tx, organisationId: string, caseId: string) => tx<Noticed>`
  select c.number, c.title, b.time_zone
  from cases c
  join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
  where c.organisation_id = ${organisationId} and c.id = ${caseId}`

export const insertMentions = (tx: Tx, organisationId: string, { caseId, messageId, personIds }: { caseId: string; messageId: string; personIds: readonly string[] }) => tx`
  insert into case_mentions (organisation_id, person_id, message_id, case_id)
  select ${organisationId}, person_id, ${messageId}, ${caseId} from unnest(${personIds}::uuid[]) as told (person_id)
  on conflict do nothing`

export type MentionRow = { id: string; number: string; title: string; status: Status; body: string; by: string; at: Instant }

/** The notes that name somebody, the newest first, of the cases they see. */
export const readMentions = (tx: Tx, { organisationId, personId, after, limit }: { organisationId: string; personId: string; after: string | null; limit: number }) => tx<MentionRow>`
  select m.id, c.number, c.title, c.status, m.body, coalesce(p.name, k.name, '') as by, m.at
  from case_mentions n
  join case_messages m on m.organisation_id = n.organisation_id and m.id = n.message_id
  join cases c on c.organisation_id = n.organisation_id and c.id = n.case_id
  left join people p on p.organisation_id = m.organisation_id and p.id = m.author_id
  left join api_tokens k on k.organisation_id = m.organisation_id and k.id = m.author_id
  where n.organisation_id = ${organisationId} and n.person_id = ${personId} and (${after}::uuid is null or n.message_id < ${after})
  order by n.message_id desc
  limit ${limit}`
