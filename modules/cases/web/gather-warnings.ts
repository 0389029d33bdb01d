import type { Entry } from './use-case.ts'

const WARNED = 'warning-sent'

/** The warnings that left together about one term are one event, however many people they went to: `rungs` names all of them. */
export function gatherWarnings(entries: readonly Entry[]): Entry[] {
  const gathered: Entry[] = []
  for (const entry of entries) {
    const { action, at, details } = entry
    const same = action === WARNED ? gathered.findIndex((one) => one.action === WARNED && one.at === at && one.details['termId'] === details['termId']) : -1
    if (same < 0) gathered.push(action === WARNED ? { ...entry, details: { ...details, rungs: [details['rung']] } } : entry)
    else gathered[same] = { ...gathered[same]!, details: { ...gathered[same]!.details, rungs: [...(gathered[same]!.details['rungs'] as unknown[]), details['rung']] } }
  }
  return gathered
}

const ORDER = ['owner', 'branch-responsible', 'head', 'executive']

/** Who was warned, from whoever has the case upwards: 'owner:due:0' is the owner. */
export function warnedOf(details: Entry['details']): string[] {
  const rungs = Array.isArray(details['rungs']) ? details['rungs'] : [details['rung']]
  const told = new Set(rungs.filter((rung) => typeof rung === 'string').map((rung) => rung.split(':')[0]!))
  return ORDER.filter((to) => told.has(to))
}
