import type { Instant } from '#kernel/actor.ts'
import type { Trial } from '#kernel/text-classifier.ts'
import type { Tx } from '#platform/server/database.ts'

export type Question = 'kind' | 'cause' | 'area'
export const QUESTIONS: readonly Question[] = ['kind', 'cause', 'area']

export type ClosedCase = { text: string } & Record<Question, string | null>

/** The latest closed cases with what they turned out to be; the cause is the one found when they were closed. */
export const readClosed = (tx: Tx, organisationId: string, most: number) => tx<ClosedCase>`
  select c.description as text, c.kind, coalesce(k.cause_id, c.cause_id) as cause, c.area_id as area
  from cases c
  left join lateral (
    select cause_id from case_closures k where k.organisation_id = c.organisation_id and k.case_id = c.id order by k.closed_at desc, k.id desc limit 1
  ) k on true
  where c.organisation_id = ${organisationId} and c.status = 'closed'
  order by c.received_at desc, c.id desc
  limit ${most}`

/** Whether a case was closed since the last training, or none has been trained yet. */
export const readNewlyClosed = (tx: Tx, organisationId: string) => tx<{ any: boolean }>`
  select exists (
    select from cases where organisation_id = ${organisationId} and status = 'closed'
      and closed_at > coalesce((select max(trained_at) from suggestion_models where organisation_id = ${organisationId}), '-infinity')
  ) as any`

/** Of how many cases the models there are have learnt, and how many are closed by now, counted no further than `most`. */
export const readLearnt = (tx: Tx, organisationId: string, most: number) => tx<{ examples: number; closed: number }>`
  select coalesce((select max(examples) from suggestion_models where organisation_id = ${organisationId}), 0) as examples,
    (select count(*)::integer from (select from cases where organisation_id = ${organisationId} and status = 'closed' limit ${most}) c) as closed`

export const saveModel = (tx: Tx, organisationId: string, { question, model, examples, hitRate, trainedAt }: { question: Question; model: Uint8Array; examples: number; hitRate: number | null; trainedAt: Instant }) => tx`
  insert into suggestion_models (organisation_id, question, model, examples, hit_rate, trained_at)
  values (${organisationId}, ${question}, ${Buffer.from(model)}, ${examples}, ${hitRate}, ${trainedAt})
  on conflict (organisation_id, question) do update set model = excluded.model, examples = excluded.examples, hit_rate = excluded.hit_rate, trained_at = excluded.trained_at`

export const readTrained = (tx: Tx, organisationId: string) => tx<{ question: Question; trainedAt: Instant; examples: number; hitRate: number | null }>`
  select question, trained_at, examples, hit_rate from suggestion_models where organisation_id = ${organisationId} order by question`

export const readModelBytes = (tx: Tx, organisationId: string, question: Question) => tx<{ model: Uint8Array }>`
  select model from suggestion_models where organisation_id = ${organisationId} and question = ${question}`

/** Closed cases whose words are like those of the text, of two years, that the asker may see. */
export const readAlikeClosed = (tx: Tx, organisationId: string, { said, since, most }: { said: string; since: Instant; most: number }) => tx<ClosedCase>`
  select c.description as text, c.kind, coalesce(k.cause_id, c.cause_id) as cause, c.area_id as area
  from acuse.cases_alike(${said}, ${since}, ${most}) a
  join cases c on c.organisation_id = ${organisationId} and c.id = a.case_id and c.status = 'closed'
  left join lateral (
    select cause_id from case_closures k where k.organisation_id = c.organisation_id and k.case_id = c.id order by k.closed_at desc, k.id desc limit 1
  ) k on true`

/** Of what is shown, the share that was right on cases held back; null where nothing would have been shown. */
export const hitRateOf = (trial: Trial | null): number | null => (trial && trial.covered > 0 ? trial.right : null)
