import type { AskedOf } from '#kernel/endpoint.ts'
import type { TermFacts } from '#modules/calendars/rules/facts-asked.ts'
import type { Stage } from '../contract.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import type { CorrectCase } from '../contract-work.ts'

/** What may be put right, as it is being typed. */
export type Correction = {
  title: string
  description: string
  wishedOutcome: string
  product: string
  serial: string
  orderNumber: string
  place: string
  incidentOn: string | null
  stage: Stage
  customer: { id: string; label: string } | null
  name: string
  telephone: string
  email: string
  facts: TermFacts
}

const TEXTS = ['title', 'description', 'wishedOutcome', 'product', 'serial', 'orderNumber', 'place'] as const

/** Only what changed: what nobody touched is not sent, so that it cannot be undone by it. */
export function corrections(was: CaseSheet, now: Correction): AskedOf<typeof CorrectCase>['body'] {
  const texts = Object.fromEntries(TEXTS.filter((name) => now[name].trim() !== was[name].trim()).map((name) => [name, now[name]]))
  const { reporter } = was
  const reporterChanged = now.name !== reporter.name || now.telephone !== reporter.telephone || now.email !== reporter.email
  return {
    ...texts,
    ...factChanges(was.termFacts, now.facts),
    ...(now.incidentOn && now.incidentOn !== was.incidentOn && { incidentOn: now.incidentOn }),
    ...(now.stage !== was.stage && { stage: now.stage }),
    ...(now.customer && now.customer.id !== was.customer?.id && { customer: { ...whose(was), customerId: now.customer.id } }),
    ...(reporterChanged && { reporter: { name: now.name, telephone: now.telephone, relation: reporter.relation, ...(now.email.trim() && { email: now.email }) } }),
  }
}

/** A customer found later does not make who spoke for another speak for themselves. */
const whose = ({ customerStatus, reporter }: CaseSheet) =>
  customerStatus === 'third-party' && reporter.onBehalfOf ? { status: 'third-party' as const, onBehalfOf: reporter.onBehalfOf } : { status: 'known' as const }

/** What it is about, where it is otherwise than it was said. */
export function factChanges(was: TermFacts, now: TermFacts): Partial<TermFacts> {
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one))
  return {
    ...(!same(was.subjects, now.subjects) && { subjects: now.subjects }),
    ...(!same(was.flags, now.flags) && { flags: now.flags }),
    ...(was.personalData !== now.personalData && { personalData: now.personalData }),
    ...(was.consumer !== now.consumer && { consumer: now.consumer }),
  }
}
