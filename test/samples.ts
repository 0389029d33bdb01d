import type { Role } from '#modules/people/contract.ts'
import type { TestGround } from '#test/harness.ts'
import { casesSamples, furnishCases } from '#test/samples-cases.ts'
import { channelsSamples } from '#test/samples-channels.ts'
import { customersSamples, furnishCustomers } from '#test/samples-customers.ts'
import { calendarSamples, furnishCalendars } from '#test/samples-calendars.ts'
import { peopleSamples } from '#test/samples-people.ts'

/** One place where things are: the actors' own branch, another branch of their company, or another company. */
export type Place = {
  ground: TestGround
  organisationId: string
  branchId: string
  areaId: string
  supplierId: string
  /** Ids and numbers that whoever stands elsewhere must not read, in any list. */
  hidden: string[]
  /** What modules made there, by name: 'caseNumber'. */
  things: Record<string, string>
}

/**
 * How far the subject of a request lies. `self`: it has none, or the caller's own. `organisation`: something of the company, which
 * everybody with the permission reaches. `branch`: something of the branch. The lists are held against what they must not show.
 */
export type Reach = 'self' | 'organisation' | 'branch' | 'organisation-list' | 'branch-list'

/** A request that the head of service may make at a place. */
export type Sample = {
  reach: Reach
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
  /** What the head is answered, when it is not 2xx: a sample may do no more than reach the rule that refuses it. */
  answered?: number
  /** Roles that have the permission, and whom the verb refuses this even at their own place. */
  refused?: readonly Role[]
}
/** Asked anew for each request, so that what one used up the next does not miss. */
export type Samples = Record<string, (place: Place) => Sample | Promise<Sample>>

/** By the endpoint's name; each module adds its own table here. */
export const samples: Samples = { ...peopleSamples, ...calendarSamples, ...customersSamples, ...casesSamples, ...channelsSamples }

/** What modules put into a place before it is asked about; each adds its own. */
export const furnish: ((place: Place) => Promise<void>)[] = [furnishCustomers, furnishCases, furnishCalendars]
