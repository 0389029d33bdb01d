/** What other modules' servers may ask of calendars and terms. */
export { calendarVersion, readTermSettings, ruleVersion, type TermSettings } from './server/settings.ts'
export { areaTerm, couldBegin, dutiesFrom, dutiesKnown, dutiesOf, termFrom, termsAtRegistration, type BegunDuty, type StartedTerm } from './server/terms-at-start.ts'
export { PACKS } from './packs/all.ts'
export { seedCalendars } from './server/seed.ts'
export type { NextVersion } from './server/needs.ts'
export { lastChange, noteProgress, takeChange } from './server/store-changes.ts'
export { confirmSettings } from './server/store.ts'
