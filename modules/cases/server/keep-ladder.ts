import type { BodyOf } from '#kernel/endpoint.ts'
import { asRead } from '#kernel/refusal.ts'
import { lockSettings, saveSetting } from '#modules/people/public.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import { ReadLadder, type ChangeLadder } from '../contract-settings.ts'
import { PROPOSED_LADDER, type Ladder } from '../rules/warning-ladder.ts'
import { readLadderRow } from './store-settings.ts'

/** The organisation's ladder of warnings; as proposed while it has none of its own. */
export async function readLadder({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<{ items: Ladder[number][]; version: number }> {
  const [row] = await readLadderRow(tx, actor.organisationId)
  const version = row?.version ?? 0
  const kept = ReadLadder.reply.safeParse({ items: row?.ladder, version })
  return kept.success ? kept.data : { items: [...PROPOSED_LADDER], version }
}

export async function changeLadder(work: Work, { items }: BodyOf<typeof ChangeLadder>, ifMatch: number | null) {
  const [before] = await lockSettings(work.tx, work.actor.organisationId)
  asRead(before, ifMatch, 'organisation')
  const version = await saveSetting(work.tx, work.actor.organisationId, 'warningLadder', items)
  note(work, { action: 'warning-ladder.changed', subject: ['organisation', work.actor.organisationId], details: { items } })
  return { items, version }
}
