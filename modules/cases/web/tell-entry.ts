import type { IconName } from '#platform/web/design/Icon.tsx'
import type { Formats } from '#platform/web/formats.ts'
import { oneOf } from '#platform/web/one-of.ts'
import { Kind } from '../contract.ts'
import { SaidOutcome } from '../contract-duties.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import type { CasesWords } from '../es.ts'
import type { CaseScreenWords } from '../es-screens.ts'
import type { TimelineWords } from '../es-timeline.ts'
import { warnedOf } from './gather-warnings.ts'
import type { Entry } from './use-case.ts'

export type Names = { areas: ReadonlyMap<string, string>; causes: ReadonlyMap<string, string> }
type Given = { sheet: CaseSheet; names: Names; words: CasesWords; t: CaseScreenWords['sheet']; timeline: TimelineWords; formats: Formats }

const ICONS: Record<string, IconName> = {
  'case-registered': 'inbox', 'customer-message': 'complaint', note: 'request', 'telephone-note': 'phone', 'area-asked': 'swap', 'area-answered': 'swap', 'area-returned': 'swap',
  'answer-written': 'forward', 'answer-awaits-approval': 'forward', 'answer-approved': 'check', 'answer-sent': 'check', 'answer-delivered': 'check', 'answer-not-delivered': 'warning', 'merged-answer-told': 'check', 'merged-answer-untold': 'back',
  'answer-tried-again': 'forward', 'answer-returned': 'back', 'answer-recalled': 'back', 'case-closed': 'check', 'term-extended': 'calendar', 'term-paused': 'calendar', 'term-resumed': 'calendar', 'term-recomputed': 'calendar', 'warning-sent': 'warning', 'duty-begun': 'calendar', 'duty-done': 'check', 'duty-released': 'calendar', 'duty-taken-back': 'back', 'duty-confirmed': 'calendar',
}
export const iconOf = (action: string): IconName | undefined => ICONS[action]

/** Words of the customer stand out; what the program noted by itself stands back. */
export function sideOf({ action, message }: Pick<Entry, 'action' | 'message'>): 'customer' | 'ours' | 'system' {
  if (action === 'case-registered' || message?.kind === 'customer-message') return 'customer'
  return message ? 'ours' : 'system'
}

/** What happened in one line, after the name of who did it: 'lo envió a un área: Entregas'. */
export function whatHappened({ action, details, number }: Entry, given: Given): string {
  const { sheet, words } = given
  const more = detailOf(action, details, given)
  const said = words.actions[action] ?? action
  return [more ? `${said}: ${more}` : said, number === sheet.number ? '' : `(${number})`].filter(Boolean).join(' ')
}

/** Each move of a date once, though several clocks made it. */
function movedTerms(terms: unknown): { from: string; to: string }[] {
  const read = Array.isArray(terms) ? (terms as { from: string; to: string }[]) : []
  return read.filter(({ from, to }, i) => read.findIndex((one) => one.from === from && one.to === to) === i)
}

/** The names of the duties that something was said of. */
function dutiesOf(details: Entry['details'], { duties }: CaseSheet): string[] {
  const begun = (details['duties'] ?? []) as { id: string; rule: string }[]
  const said = typeof details['dutyId'] === 'string' ? [{ id: details['dutyId'], rule: details['rule'] as string }] : begun
  return said.map(({ id, rule }) => (duties.find((duty) => duty.id === id) ?? duties.find((duty) => duty.rule === rule))?.name ?? rule)
}

/** The names of the terms that run again. */
function termsRunning(details: Entry['details'], { terms }: CaseSheet): string[] {
  const runs = Array.isArray(details['runs']) ? (details['runs'] as unknown[]) : []
  return [...new Set(terms.filter(({ rule }) => runs.includes(rule)).map(({ name }) => name))]
}

function detailOf(action: string, details: Entry['details'], { sheet, names, words, t, timeline, formats }: Given): string | undefined {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '')
  const kind = (name: string) => oneOf(Kind.options, details[name])
  switch (action) {
    case 'case-assigned': return details['to'] === null ? t.nobody : details['to'] === sheet.owner?.id ? sheet.owner?.name : undefined
    case 'case-routed': return names.areas.get(text('to'))
    case 'area-asked': case 'area-answered': case 'area-returned': case 'area-request-cancelled': case 'area-reminded': return names.areas.get(text('areaId'))
    case 'case-classified': return names.causes.get(text('causeId'))
    case 'case-closed': return names.causes.get(text('causeId'))
    case 'case-retyped': {
      const [from, to] = [kind('from'), kind('to')]
      return from && to && t.change.kind(words.kinds[from].toLowerCase(), words.kinds[to].toLowerCase())
    }
    case 'telephone-note': case 'customer-message': return details['spoke'] === true ? t.spokeTold : undefined
    case 'warning-sent': {
      const whom = warnedOf(details).map((to) => timeline.whom[to]!)
      return whom.length > 0 ? timeline.warned(sheet.terms.find(({ id }) => id === details['termId'])?.name ?? '', formats.list(whom)) : undefined
    }
    case 'answer-not-delivered': case 'merged-answer-told': case 'merged-answer-untold': {
      const runs = termsRunning(details, sheet)
      return [text('from'), runs.length > 0 ? timeline.runsAgain(formats.list(runs)) : ''].filter(Boolean).join('; ')
    }
    case 'case-snoozed': return text('until') && formats.instant(text('until'))
    case 'case-merged': return text('into')
    case 'case-unmerged': return details['takenBack'] === true ? words.noticeTakenBack : undefined
    case 'case-absorbed': return text('from')
    case 'case-linked': return text('to')
    case 'term-extended': return text('from') && text('to') ? t.extended(formats.day(text('from')), formats.day(text('to'))) : undefined
    case 'duty-begun': case 'duty-done': case 'duty-released': case 'duty-confirmed': return timeline.duty(formats.list(dutiesOf(details, sheet)), formats.day(text('on')))
    case 'duty-taken-back': {
      const said = oneOf(SaidOutcome.options, details['said'])
      return said && timeline.mistaken[said](formats.list(dutiesOf(details, sheet)), formats.day(text('on')))
    }
    case 'term-recomputed': return movedTerms(details['terms']).map(({ from, to }) => `${formats.day(from)} → ${formats.day(to)}`).join('; ')
    default: return undefined
  }
}
