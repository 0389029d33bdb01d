import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'
import type { Work } from '#platform/server/work.ts'
import type { PageAsked, Preview } from '../contract-endpoints.ts'

/** A version that open terms might be counted by from now on. */
export type NextVersion = { kind: 'calendar'; calendar: CalendarDefinition } | { kind: 'rule'; rule: TermRule }

/** What app/ hands over: whoever keeps terms belongs to a later module. */
export type CalendarsNeeds = {
  /** What the version would do to every open term within the actor's reach; writes nothing. */
  previewTerms(work: Work, next: NextVersion, page: PageAsked): Promise<Preview>
  /** In the transaction that writes a version: the open terms are to follow. */
  onTermsChanged(work: Work, change: { id: string }): void
}
