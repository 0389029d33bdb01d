import { may } from '#kernel/actor.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { Forbidden, PersonsOnly, Stale } from '#kernel/refusal.ts'
import { seesMasked } from '#modules/customers/rules/mask.ts'
import type { Work } from '#platform/server/work.ts'
import type { SaveDraft } from '../contract-work.ts'
import { numbers } from './case-alias.ts'
import { placeOf, type TheCase } from './the-case.ts'

/** Keeps what is being written. A version saved from another window in between is not overwritten unless asked. */
export async function saveDraft(work: Work, number: string, kind: string, { body, fields, overwrite }: BodyOf<typeof SaveDraft>, ifMatch: number) {
  const { tx, actor, now } = work
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  await refuseUnlessWriting(work, caseId, kind)
  const [kept] = await tx<{ version: number; updatedAt: string }>`
    insert into case_drafts (organisation_id, case_id, author_id, kind, body, fields, updated_at)
    values (${actor.organisationId}, ${caseId}, ${actor.id}, ${kind}, ${body}, ${JSON.stringify(fields)}, ${now})
    on conflict (organisation_id, case_id, author_id, kind) do update
      set body = excluded.body, fields = excluded.fields, version = case_drafts.version + 1, updated_at = excluded.updated_at
      where case_drafts.version = ${ifMatch} or ${overwrite}
    returning version, updated_at`
  if (kept) return kept
  const [now_] = await tx<{ version: number }>`
    select version from case_drafts where organisation_id = ${actor.organisationId} and case_id = ${caseId} and author_id = ${actor.id} and kind = ${kind}`
  throw new Stale(now_?.version ?? 0)
}

/** A draft is a person's, who may write what it is to become. */
async function refuseUnlessWriting({ tx, actor }: Work, caseId: string, kind: string): Promise<void> {
  const [theCase] = await tx<Pick<TheCase, 'branchId' | 'areaIds' | 'supplierId'>>`
    select branch_id, area_ids, supplier_id from cases where organisation_id = ${actor.organisationId} and id = ${caseId}`
  const writes = (permission: string) => may(actor, permission, placeOf(theCase!))
  if (!(writes('cases.work') || (kind === 'area-answer' && writes('areas.answer')))) throw new Forbidden('cases.work')
  if (actor.kind === 'token') throw new PersonsOnly()
}

/** What the team is writing on a case, and on those merged into it: drafts are their authors', not the case's. */
export async function readDrafts({ tx, actor }: Work, number: string) {
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  // A supplier's people are no part of the team that writes.
  if (seesMasked(actor)) return { items: [] }
  const items = await tx<{ kind: string; author: { id: string; name: string }; mine: boolean; body: string; fields: Record<string, string>; version: number; updatedAt: string }>`
    with recursive whole as (
      select id from cases where organisation_id = ${actor.organisationId} and id = ${caseId}
      union
      select c.id from cases c join whole w on c.merged_into = w.id where c.organisation_id = ${actor.organisationId}
    )
    select d.kind, jsonb_build_object('id', p.id, 'name', p.name) as author, d.author_id = ${actor.id} as mine, d.body, d.fields, d.version, d.updated_at
    from case_drafts d
    join whole w on w.id = d.case_id
    join people p on p.organisation_id = d.organisation_id and p.id = d.author_id
    where d.organisation_id = ${actor.organisationId} and d.body <> ''
    order by d.updated_at desc, d.kind`
  return { items }
}
