import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { asRead, BadInput } from '#kernel/refusal.ts'
import { lockSettings, saveSetting } from '#modules/people/public.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { ChangeCompanyFlags, ReadCompanyFlags } from '../contract-endpoints.ts'
import { packOf } from '../packs/all.ts'
import { broughtBy } from '../rules/facts-asked.ts'
import { readTermSettings, type TermSettings } from './settings.ts'
import { organisationSettings } from './store.ts'

type Reply = ReplyOf<typeof ReadCompanyFlags>

export async function readCompanyFlags(work: Work): Promise<Reply> {
  const [settings, { country }] = await Promise.all([readTermSettings(work.tx, work.actor.organisationId), organisationSettings(work.tx, work.actor.organisationId)])
  return told(work, settings, country, settings)
}

/** What the rules of its country distinguish companies by, which of it this one is, and what each brings. */
function told({ actor }: Work, { rules, decision }: TermSettings, country: string, { flags, version }: { flags: readonly string[]; version: number }): Reply {
  const latest = rules.filter(({ id }, i) => rules.findIndex((one) => one.id === id) === i)
  const items = packOf(country).flags.company.map((code) => ({
    code, carried: flags.includes(code), brings: broughtBy(code, latest, decision).map(({ id, name }) => ({ id, name: name[actor.language] })),
  }))
  return { items, version }
}

/** Cases are bound by it from now on. Terms that run do so to their end; what a case is about, corrected, brings it the rest. */
export async function changeCompanyFlags(work: Work, { flags, reason }: BodyOf<typeof ChangeCompanyFlags>, ifMatch: number | null): Promise<Reply> {
  const { tx, actor } = work
  const [row] = await lockSettings(tx, actor.organisationId)
  asRead(row, ifMatch, 'organisation')
  const [settings, { country }] = await Promise.all([readTermSettings(tx, actor.organisationId), organisationSettings(tx, actor.organisationId)])
  const unknown = flags.find((flag) => !packOf(country).flags.company.includes(flag))
  if (unknown) throw new BadInput([{ path: 'flags', code: 'flag-unknown', details: { flag: unknown } }])
  const version = await saveSetting(tx, actor.organisationId, 'flags', [...new Set(flags)])
  note(work, { action: 'company-flags.changed', subject: ['organisation', actor.organisationId], reason, details: { from: settings.flags, to: flags } })
  work.changed({ kind: 'settings', id: actor.organisationId, action: 'company-flags-changed' })
  return told(work, settings, country, { flags, version })
}
