import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { changesOf, email, id, language, listOf, text } from '#kernel/fields.ts'
import { Empty, GivenGrant, PERMISSIONS, ROLES, codeOf, zoneName } from './contract.ts'

/** Never trimmed nor composed: a password is what was typed. */
const typedPassword = z.string().min(1).max(200)
const newPassword = z.string().min(10).max(200)
/** Six digits of the telephone, or a recovery code; spaces and hyphens are the reader's. */
const secondFactorCode = z.string().min(6).max(40)
const linkToken = z.string().regex(/^[\w-]{22}\.[\w-]{43}$/)

const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['normal', 'compact']),
  shortcuts: z.boolean(),
  /** A mail when an area answers or sends back what was asked of it, on a case of one's own. */
  areaAnswerMails: z.boolean(),
  /** Which columns the lists of cases show, in their order; the usual ones where none is named. */
  caseColumns: z.array(text(40)).max(20),
})
export type Preferences = z.output<typeof Preferences>

/** One step or two: the same request again with `code`, or with the organisation chosen. */
export const SignIn = endpoint({
  name: 'SignIn',
  method: 'POST',
  path: '/session',
  summary: 'Sign in with mail and password; asks for the second factor, or for the company, when it needs them',
  body: z.strictObject({
    email: email(),
    password: typedPassword,
    code: secondFactorCode.optional(),
    organisationId: id().optional(),
  }),
  reply: z.discriminatedUnion('state', [
    z.object({ state: z.literal('signed-in') }),
    z.object({ state: z.literal('code-needed') }),
    z.object({ state: z.literal('choose-organisation'), organisations: z.array(z.object({ id: id(), name: z.string() })) }),
  ]),
})

export const SignOut = endpoint({ name: 'SignOut', method: 'DELETE', path: '/session', summary: 'Sign out of this session', reply: Empty })

/** Who I am, what I may do and where; the screens disable by the same list by which the server refuses. */
export const ReadMe = endpoint({
  name: 'ReadMe',
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, what they may do and where',
  reply: z.object({
    kind: z.enum(['person', 'token', 'system', 'public']),
    id: id(),
    name: z.string(),
    email: z.string().nullable(),
    post: z.string(),
    language: language(),
    preferences: Preferences,
    organisation: z.object({ id: id(), name: z.string(), country: z.string(), language: language(), timeZone: z.string() }),
    permissions: z.array(z.enum(PERMISSIONS)),
    grants: z.array(z.object({ role: z.enum(ROLES), branchId: id().nullable(), areaId: id().nullable(), supplierId: id().nullable() })),
    /** Where `cases.read` reaches. */
    places: z.object({ all: z.boolean(), branchIds: z.array(id()), areaIds: z.array(id()), supplierIds: z.array(id()) }),
    secondFactor: z.object({ enrolled: z.boolean(), required: z.boolean() }),
  }),
})
export type Me = z.output<(typeof ReadMe)['reply']>

/** Asked by a page before it knows whether anybody is in: that nobody is, is an answer and no error. */
export const ReadSession = endpoint({
  name: 'ReadSession',
  method: 'GET',
  path: '/session',
  summary: 'Who is in by this browser\'s session, as `/me` tells it; null when nobody is',
  reply: z.object({ me: ReadMe.reply.nullable() }),
})

export const EditMe = endpoint({
  name: 'EditMe',
  method: 'PATCH',
  path: '/me',
  summary: 'Change my language and how the screens look',
  body: Preferences.partial().extend({ language: language().optional() }).strict(),
  reply: Preferences.extend({ language: language() }),
})

export const ChangePassword = endpoint({
  name: 'ChangePassword',
  method: 'POST',
  path: '/me/password',
  summary: 'Change my password; my other sessions end',
  status: 200,
  body: z.strictObject({ current: typedPassword, password: newPassword }),
  reply: Empty,
})

const Session = z.object({ id: id(), device: z.string(), createdAt: z.string(), lastSeenAt: z.string(), expiresAt: z.string(), current: z.boolean() })
export const ListMySessions = endpoint({ name: 'ListMySessions', method: 'GET', path: '/me/sessions', summary: 'Where I am signed in', reply: listOf(Session) })
export const EndMySession = endpoint({
  name: 'EndMySession',
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  summary: 'End one of my sessions',
  params: z.object({ sessionId: id() }),
  reply: Empty,
})
export const EndOtherSessions = endpoint({
  name: 'EndOtherSessions',
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'End all my sessions but this one',
  reply: z.object({ ended: z.number() }),
})

export const StartSecondFactor = endpoint({
  name: 'StartSecondFactor',
  method: 'POST',
  path: '/me/second-factor',
  summary: 'Begin enrolling a telephone: the secret to scan, until it is confirmed',
  body: z.strictObject({ password: typedPassword }),
  reply: z.object({ secret: z.string(), uri: z.string() }),
})
export const ConfirmSecondFactor = endpoint({
  name: 'ConfirmSecondFactor',
  method: 'POST',
  path: '/me/second-factor/confirmation',
  summary: 'Confirm the telephone with a code; gives the recovery codes, once',
  body: z.strictObject({ code: secondFactorCode }),
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
})
export const RemoveSecondFactor = endpoint({
  name: 'RemoveSecondFactor',
  method: 'POST',
  path: '/me/second-factor/removal',
  summary: 'Stop asking me for a second factor',
  status: 200,
  body: z.strictObject({ password: typedPassword }),
  reply: Empty,
})

export const AskNewPassword = endpoint({
  name: 'AskNewPassword',
  method: 'POST',
  path: '/password-resets',
  summary: 'Ask for a link to a new password; answers the same whoever asks',
  status: 202,
  body: z.strictObject({ email: email() }),
  reply: Empty,
})

/** Read by POST: a link's token is not to stand in addresses, which proxies write down. */
export const ReadInvitation = endpoint({
  name: 'ReadInvitation',
  method: 'POST',
  path: '/invitations/readings',
  summary: 'Whom a link is for',
  status: 200,
  body: z.strictObject({ token: linkToken }),
  reply: z.object({ purpose: z.enum(['invitation', 'new-password']), name: z.string(), email: z.string(), organisation: z.string(), language: language() }),
})
export const AcceptInvitation = endpoint({
  name: 'AcceptInvitation',
  method: 'POST',
  path: '/invitations/acceptances',
  summary: 'Set a password by a link that works once',
  body: z.strictObject({ token: linkToken, password: newPassword }),
  reply: z.object({ state: z.enum(['signed-in', 'sign-in-needed']) }),
})

/** What a company promises itself; null is not decided yet: it starts no clock, and is shown so. */
export const Targets = z.strictObject({
  /** Working hours until a person answers first. */
  firstAnswerHours: z.number().int().min(1).max(400).nullable(),
  /** Working days that an area has. */
  areaAnswerDays: z.number().int().min(1).max(200).nullable(),
  /** Working days to answer a suggestion or a compliment. The law gives them none and an open case has a term: it cannot stay undecided. */
  courtesyAnswerDays: z.number().int().min(1).max(200),
})
export type Targets = z.output<typeof Targets>

const Country = z.object({ code: z.string(), name: z.string(), language: language(), timeZone: z.string() })
export const ReadSetUp = endpoint({
  name: 'ReadSetUp',
  method: 'GET',
  path: '/setup',
  summary: 'Whether a company exists here yet, and what one may begin with',
  reply: z.object({
    state: z.enum(['empty', 'ready']),
    countries: z.array(Country),
    /** Proposed, to be confirmed or changed. */
    targets: Targets,
    demonstration: z.boolean(),
    /** While the demonstration's two years are being replayed. */
    loading: z.object({ done: z.number(), of: z.number() }).nullable(),
    /** Of a demonstration alone, where nobody nor anything is real: somebody of each role, and the password they share. */
    accounts: z.object({ password: z.string(), people: z.array(z.object({ role: z.enum(ROLES), name: z.string(), post: z.string(), email: z.string() })) }).nullable(),
  }),
})
export type SetUpState = z.output<(typeof ReadSetUp)['reply']>
export const SetUp = endpoint({
  name: 'SetUp',
  method: 'POST',
  path: '/setup',
  summary: 'Create the company, its first branch and its first person; only while there is none',
  body: z.strictObject({
    organisation: z.strictObject({
      name: text(120),
      taxId: text(40, { min: 0 }).default(''),
      country: z.string().regex(/^[a-z]{2,8}$/i).transform((code) => code.toUpperCase()),
      language: language(),
      timeZone: zoneName,
    }),
    branch: z.strictObject({ code: codeOf(6), name: text(120), city: text(80, { min: 0 }).default('') }),
    person: z.strictObject({ name: text(120), email: email(), password: newPassword }),
    /** What is left out is as proposed. */
    targets: changesOf(Targets).optional(),
  }),
  reply: z.object({ organisationId: id(), branchId: id(), personId: id() }),
})
export const SetUpDemonstration = endpoint({
  name: 'SetUpDemonstration',
  method: 'POST',
  path: '/setup/demonstration',
  summary: 'Begin with the demonstration company instead; only while there is none',
  body: Empty.strict(),
  reply: z.object({ email: z.string(), password: z.string() }),
})

const ApiToken = z.object({
  id: id(),
  name: z.string(),
  role: z.enum(ROLES),
  branchId: id().nullable(),
  areaId: id().nullable(),
  supplierId: id().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export const ListApiTokens = endpoint({ name: 'ListApiTokens', method: 'GET', path: '/api-tokens', summary: 'The tokens by which programs come in', reply: listOf(ApiToken) })
export const CreateApiToken = endpoint({
  name: 'CreateApiToken',
  method: 'POST',
  path: '/api-tokens',
  summary: 'Make a token for a program; its text is given once',
  body: z.strictObject({
    name: text(80),
    role: GivenGrant.shape.role,
    branchId: id().nullable().default(null),
    areaId: id().nullable().default(null),
    supplierId: id().nullable().default(null),
  }),
  reply: z.object({ id: id(), token: z.string() }),
})
export const EndApiToken = endpoint({
  name: 'EndApiToken',
  method: 'DELETE',
  path: '/api-tokens/:tokenId',
  summary: 'End a token: it opens nothing from now on',
  params: z.object({ tokenId: id() }),
  reply: Empty,
})
