import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, email, id, language, listOf, page, text } from '#kernel/fields.ts'
import { MAIL_HELD } from '#kernel/mail-held.ts'
import { AskedGrant, Empty, GivenGrant, ROLES } from './contract.ts'

/** Invited: has not yet set a password. */
const STAFF_STATES = ['active', 'invited', 'disabled'] as const

export const StaffMember = z.object({
  id: id(),
  name: z.string(),
  post: z.string(),
  email: z.string(),
  language: language(),
  state: z.enum(STAFF_STATES),
  secondFactor: z.boolean(),
  /** The last day of the absence they are in today. */
  awayUntilOn: day().nullable(),
  /** What holds today or will hold. */
  grants: z.array(GivenGrant),
  version: z.number().int(),
})
export type StaffMember = z.output<typeof StaffMember>

const byPerson = z.object({ personId: id() })
const byGrant = z.object({ personId: id(), grantId: id() })

export const ListStaff = endpoint({
  name: 'ListStaff',
  method: 'GET',
  path: '/staff',
  summary: 'The staff, found by any part of name, mail or post',
  query: z.object({
    ...page,
    text: z.string().max(120).optional(),
    role: z.enum(ROLES).optional(),
    branchId: id().optional(),
    areaId: id().optional(),
    supplierId: id().optional(),
    state: z.enum(STAFF_STATES).optional(),
  }),
  reply: listOf(StaffMember),
})
export const ReadStaffMember = endpoint({ name: 'ReadStaffMember', method: 'GET', path: '/staff/:personId', summary: 'One of the staff', params: byPerson, reply: StaffMember })
export const InviteStaff = endpoint({
  name: 'InviteStaff',
  method: 'POST',
  path: '/staff',
  summary: 'Invite somebody by mail, with what they may do; the link works once, for 72 hours',
  body: z.strictObject({
    name: text(120),
    email: email(),
    post: text(120, { min: 0 }).default(''),
    language: language().optional(),
    grants: z.array(AskedGrant).min(1).max(50),
  }),
  /** Why the mail waits in the outbox; null where it leaves. */
  reply: StaffMember.extend({ mailHeld: z.enum(MAIL_HELD).nullable() }),
})
export const EditStaffMember = endpoint({
  name: 'EditStaffMember',
  method: 'PATCH',
  ifMatch: true,
  path: '/staff/:personId',
  summary: 'Change a name, post, mail or language',
  params: byPerson,
  body: z.strictObject({ name: text(120).optional(), email: email().optional(), post: text(120, { min: 0 }).optional(), language: language().optional() }),
  reply: StaffMember,
})
export const InviteAgain = endpoint({
  name: 'InviteAgain',
  method: 'POST',
  path: '/staff/:personId/invitations',
  summary: 'Send a new link, or give it where no mail leaves; the one before stops working',
  params: byPerson,
  /** The link itself, to be handed over, where no mail takes it there. */
  reply: z.object({ expiresAt: z.string(), link: z.string().nullable() }),
})
export const DisableStaffMember = endpoint({
  name: 'DisableStaffMember',
  method: 'POST',
  path: '/staff/:personId/disablement',
  summary: 'Let somebody in no more: their sessions end within seconds; tells which open cases need another owner, and which tokens they made work on',
  params: byPerson,
  body: z.strictObject({ reason: text(500, { min: 0 }).default('') }),
  reply: z.object({ openCases: z.array(z.object({ id: id(), caseNumber: z.string() })), tokens: z.array(z.object({ id: id(), name: z.string() })) }),
})
export const EnableStaffMember = endpoint({
  name: 'EnableStaffMember',
  method: 'DELETE',
  path: '/staff/:personId/disablement',
  summary: 'Let somebody in again, with the grants they had',
  params: byPerson,
  reply: StaffMember,
})
export const ResetSecondFactor = endpoint({
  name: 'ResetSecondFactor',
  method: 'DELETE',
  path: '/staff/:personId/second-factor',
  summary: 'Forget a lost telephone; their sessions end',
  params: byPerson,
  reply: Empty,
})

export const AddGrant = endpoint({
  name: 'AddGrant',
  method: 'POST',
  path: '/staff/:personId/grants',
  summary: 'Give a role, where and from when until when',
  params: byPerson,
  body: AskedGrant,
  reply: GivenGrant,
})
export const EditGrant = endpoint({
  name: 'EditGrant',
  method: 'PATCH',
  path: '/staff/:personId/grants/:grantId',
  summary: 'Set the last day of a role',
  params: byGrant,
  body: z.strictObject({ untilOn: day().nullable() }),
  reply: GivenGrant,
})
export const EndGrant = endpoint({
  name: 'EndGrant',
  method: 'DELETE',
  path: '/staff/:personId/grants/:grantId',
  summary: 'Take a role away, at once',
  params: byGrant,
  reply: Empty,
})

export const Absence = z.object({ id: id(), personId: id(), name: z.string(), substituteId: id().nullable(), substituteName: z.string().nullable(), fromOn: day(), untilOn: day(), reason: z.string() })
export type Absence = z.output<typeof Absence>
export const ListAbsences = endpoint({
  name: 'ListAbsences',
  method: 'GET',
  path: '/absences',
  summary: 'Who is or will be away',
  query: z.object({ ...page, personId: id().optional() }),
  reply: listOf(Absence),
})
export const AddAbsence = endpoint({
  name: 'AddAbsence',
  method: 'POST',
  path: '/absences',
  summary: 'Note that somebody (oneself, unless said) will be away, and who takes their place',
  body: z.strictObject({ personId: id().optional(), substituteId: id().nullable().default(null), fromOn: day(), untilOn: day(), reason: text(200, { min: 0 }).default('') }),
  reply: Absence,
})
export const RemoveAbsence = endpoint({
  name: 'RemoveAbsence',
  method: 'DELETE',
  path: '/absences/:absenceId',
  summary: 'They are back, or never went',
  params: z.object({ absenceId: id() }),
  reply: Empty,
})
