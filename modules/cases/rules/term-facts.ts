import type { FactsAsked, TermFacts } from '#modules/calendars/rules/facts-asked.ts'

/** Whose a case is and what it is about, as a contract asks. */
export type Whose = { customerId: string | null; segment: string; productId: string | null }

/** What of a case that is registered the law cares about. */
export const termFactsOf = ({ subjects, flags, personalData, consumer = false }: Told): TermFacts => ({ subjects, flags, personalData, consumer })
type Told = Omit<TermFacts, 'consumer'> & { consumer?: boolean | undefined }

/** What chooses the rules that bind a case: its kind, how it came, what of it the law cares about, and whose it is. */
export const factsOf = (kind: string, channel: string, { subjects = [], flags = [], personalData = false, consumer = false }: Partial<TermFacts>, whose?: Whose) => ({
  kind,
  subjects,
  flags: channel === 'telephone' || channel === 'visit' ? ['oral', ...flags] : flags,
  personalData,
  consumer,
  ...whose,
})

/** Where something is said of a case that no rule asks: a slip of the pen would leave it without its term. */
export const unasked = ({ subjects = [], flags = [] }: Partial<TermFacts>, asked: FactsAsked) => [
  ...subjects.filter((subject) => !asked.subjects.includes(subject)).map((code) => ({ path: 'subjects', code: 'fact-unknown', details: { code } })),
  ...flags.filter((flag) => !asked.flags.includes(flag)).map((code) => ({ path: 'flags', code: 'fact-unknown', details: { code } })),
]
