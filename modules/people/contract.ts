import { z } from 'zod'
import { day, id } from '#kernel/fields.ts'

/** What a role may allow. The same names are in every route, in `GET /me`, and in row-level security's reach. */
export const PERMISSIONS = [
  'cases.read',
  'cases.register',
  'cases.work',
  'cases.approve',
  'cases.close',
  'cases.reassign',
  'cases.merge',
  'areas.answer',
  'board.read',
  'customers.read',
  'customers.edit',
  'customers.import',
  'staff.read',
  'staff.manage',
  'settings.read',
  'settings.manage',
  'audit.read',
  'exports.make',
  'mail.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = [
  'admin',
  'head',
  'branch-responsible',
  'agent',
  'supplier-agent',
  'supplier-supervisor',
  'area-responder',
  'quality',
  'hse',
  'executive',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** Why not, each with its sentence in es.ts and en.ts. */
const PEOPLE_REFUSALS = [
  'already-set-up',
  'wrong-password',
  'invitation-expired',
  'invitation-used',
  'second-factor-enrolled',
  'second-factor-not-started',
  'second-factor-required',
  'branch-code-taken',
  'area-code-taken',
  'supplier-name-taken',
  'email-taken',
  'grant-beyond-own',
  'person-beyond-own',
  'grant-needs-branch',
  'grant-needs-area',
  'grant-needs-supplier',
  'grant-takes-no-supplier',
  'grant-takes-no-branch',
  'grant-takes-one-place',
  'substitute-not-here',
  'grant-dates',
  'titular-taken',
  'last-admin',
  'not-yourself',
  'person-disabled',
  'absence-dates',
  'absence-overlaps',
  'substitute-disabled',
  'substitute-external',
] as const
/** Not recognised: answered as 401. */
const UNRECOGNISED = ['wrong-credentials', 'wrong-code'] as const
export type Unrecognised = (typeof UNRECOGNISED)[number]
export type PeopleRefusal = (typeof PEOPLE_REFUSALS)[number]

/** A role, and where it holds: nothing given is the whole organisation. */
export const GrantPlace = z.strictObject({
  role: z.enum(ROLES),
  branchId: id().nullable().default(null),
  areaId: id().nullable().default(null),
  supplierId: id().nullable().default(null),
})
export type GrantPlace = z.output<typeof GrantPlace>

export const AskedGrant = GrantPlace.extend({
  /** Second in line for a branch: takes the titular's place while they are away. */
  substitute: z.boolean().default(false),
  /** Today where nothing is said. */
  fromOn: day().optional(),
  /** The last day it holds; null is for good. */
  untilOn: day().nullable().default(null),
})
export type AskedGrant = z.output<typeof AskedGrant>

export const GivenGrant = z.object({
  id: id(),
  role: z.enum(ROLES),
  branchId: id().nullable(),
  areaId: id().nullable(),
  supplierId: id().nullable(),
  substitute: z.boolean(),
  fromOn: day(),
  untilOn: day().nullable(),
})
export type GivenGrant = z.output<typeof GivenGrant>

export const Empty = z.object({})
export type Empty = z.output<typeof Empty>

/** Letters and digits, at least two, in capitals. */
export const codeOf = (longest: number) =>
  z.string().max(40).transform((code) => code.trim().toUpperCase()).pipe(z.string().refine((code) => /^[A-Z0-9]{2,}$/.test(code) && code.length <= longest, 'code'))

/** A time zone of the IANA list, 'America/Bogota'. */
export const zoneName = z.string().max(64).refine(isZone, 'time-zone')
function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
