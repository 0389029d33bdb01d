import type { Language } from '#kernel/actor.ts'
import type { Ground } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import type { Targets } from '../contract-account.ts'
import type { Authenticator } from './authenticate.ts'

/** What app/ hands over. */
export type PeopleNeeds = {
  ground: Ground
  authenticator: Authenticator
  /** The installation's own secret, of which the keys are derived. */
  secret: string
  publicUrl: URL
  /** Without one, links are handed over by whoever asks for them. */
  hasMailServer: boolean
  /** The country packs one may begin with. */
  countries: readonly Country[]
  /** Later modules give a new company what it begins with: calendars, terms, causes. Same transaction, under its row-level security. `areas`: ids by code, of those it has already. */
  onOrganisationCreated: readonly ((work: Work, created: { organisationId: string; branchId: string; country: string; targets: Partial<Targets>; areas: ReadonlyMap<string, string> }) => Promise<void>)[]
  /** What a company may promise itself to begin with. */
  proposedTargets: Targets
  /** The open cases a person owns, at most a hundred. */
  openCasesOf: (work: Work, personId: string) => Promise<{ id: string; caseNumber: string }[]>
  /** Founds the demonstration company, gives the account to enter with, and goes on replaying its years; absent where it may not be. */
  demonstration?: { load: () => Promise<{ email: string; password: string }>; progress: () => { done: number; of: number } | null }
}

type Country = { code: string; names: Record<Language, string>; language: Language; timeZone: string }
