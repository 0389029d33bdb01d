import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Language } from '#kernel/actor.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, NotFound, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/server/database.ts'
import { doWork } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { SetUp } from '../contract-account.ts'
import { grantOf } from '../rules/granting.ts'
import { FIRST_AREAS } from './first-areas.ts'
import { addArea } from './keep-areas.ts'
import { giveGrant } from './keep-grants.ts'
import { refuseWeak } from './my-account.ts'
import type { PeopleNeeds } from './needs.ts'
import { hashPassword } from './password-hash.ts'
import { openSession } from './sign-in.ts'
import { insertBranch, insertOrganisation } from './store-places.ts'
import { readToday } from './store-session.ts'
import { demonstrationAccounts, insertGrant, insertPerson } from './store-staff.ts'

/** One number for the lock under which companies are created: two first runs at once make one. */
const LOCK = 4_228_730_015

export type NewOrganisation = BodyOf<typeof SetUp>
export type Created = { organisationId: string; branchId: string; personId: string }

const anyOrganisation = async (tx: Tx): Promise<boolean> => (await tx<{ there: boolean }>`select exists (select from organisations) as there`)[0]!.there

export async function showSetUp({ ground, countries, demonstration, proposedTargets }: PeopleNeeds, language: Language) {
  const there = await ground.db.asOwner(anyOrganisation)
  return {
    state: there ? ('ready' as const) : ('empty' as const),
    countries: there ? [] : countries.map(({ code, names, language: spoken, timeZone }) => ({ code, name: names[language], language: spoken, timeZone })),
    targets: proposedTargets,
    demonstration: !there && demonstration !== undefined,
    loading: demonstration?.progress() ?? null,
    accounts: there ? ((await ground.db.asOwner(demonstrationAccounts)) ?? null) : null,
  }
}

/** The first run: the company, its first branch and whoever is at the keyboard, who is signed in. */
export async function setUp(needs: PeopleNeeds, asked: NewOrganisation, http: { request: FastifyRequest; reply: FastifyReply }): Promise<Created> {
  const { ground } = needs
  if (await ground.db.asOwner(anyOrganisation)) throw new Refusal('already-set-up')
  if (!needs.countries.some(({ code }) => code === asked.organisation.country)) throw new BadInput([{ path: 'organisation.country', code: 'unknown' }])
  const created = await createOrganisation(needs, asked, { firstRun: true })
  const person = { id: created.personId, organisationId: created.organisationId, roles: [] }
  await doWork(ground, founder(created, asked), (work) => openSession(work, needs, person, http))
  return created
}

/**
 * A company with its first branch and first person (administrator and head), and whatever later modules begin it with: all
 * of it, or nothing. A first run makes it only where there is none, and whole enough that its first case is somebody's.
 */
export async function createOrganisation(
  { ground, onOrganisationCreated }: Pick<PeopleNeeds, 'ground' | 'onOrganisationCreated'>,
  asked: NewOrganisation,
  { firstRun = false }: { firstRun?: boolean } = {},
): Promise<Created> {
  const { organisation, person } = asked
  refuseWeak(person.password, person)
  const passwordHash = await hashPassword(person.password)
  const created: Created = { organisationId: newId(), branchId: newId(), personId: newId() }
  const wakes: (() => void)[] = []
  await ground.db.asOwner(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`
    if (firstRun && (await anyOrganisation(tx))) throw new Refusal('already-set-up')
    await enter(tx, created)
    const work: Work = { tx, actor: founder(created, asked), now: ground.now(), changed: () => {}, afterCommit: (wake) => void wakes.push(wake) }
    await found(work, created, asked, passwordHash)
    const areas = firstRun ? await beginWork(work, created) : new Map<string, string>()
    for (const begin of onOrganisationCreated) await begin(work, { organisationId: created.organisationId, branchId: created.branchId, country: organisation.country, targets: asked.targets ?? {}, areas })
  })
  for (const wake of wakes) wake()
  return created
}

/** From here on as anybody of the new company, under row-level security: what a later module does at its birth is what it may do afterwards. */
const enter = (tx: Tx, { organisationId, personId }: Created) => tx`
  select set_config('role', 'acuse_app', true), set_config('acuse.organisation', ${organisationId}, true), set_config('acuse.actor', ${personId}, true), set_config('acuse.all', 'on', true)`

const FOUNDERS = ['admin', 'head'] as const

const founder = ({ organisationId, personId }: Created, { organisation, person }: NewOrganisation): Actor => ({
  kind: 'person',
  id: personId,
  organisationId,
  name: person.name,
  language: organisation.language,
  grants: FOUNDERS.map((role) => grantOf(role, { branchId: null, areaId: null, supplierId: null })),
  sessionId: null,
})

async function found(work: Work, { organisationId, branchId, personId }: Created, { organisation, branch, person }: NewOrganisation, passwordHash: string): Promise<void> {
  const { tx, now } = work
  await insertOrganisation(tx, { ...organisation, id: organisationId, taxId: organisation.taxId || null })
  await insertBranch(tx, organisationId, { ...branch, id: branchId, address: '', telephone: '', timeZone: null })
  await insertPerson(tx, organisationId, { id: personId, name: person.name, email: person.email, post: '', language: organisation.language, passwordHash, now })
  const today = await readToday(tx, organisationId, now)
  for (const role of FOUNDERS)
    await insertGrant(tx, organisationId, personId, { id: newId(), role, branchId: null, areaId: null, supplierId: null, substitute: false, fromOn: today, untilOn: null })
  note(work, { action: 'organisation.created', subject: ['organisation', organisationId], details: { country: organisation.country } })
  note(work, { action: 'branch.added', subject: ['branch', branchId], details: { code: branch.code } })
}

/** The areas, and who answers for the first branch: its founder, as the second in line, so that whoever is named its titular takes over from that day. */
async function beginWork(work: Work, { branchId, personId }: Created): Promise<ReadonlyMap<string, string>> {
  await giveGrant(work, personId, { role: 'branch-responsible', branchId, areaId: null, supplierId: null, substitute: true, untilOn: null })
  const areas = new Map<string, string>()
  for (const area of FIRST_AREAS) areas.set(area.code, (await addArea(work, area)).id)
  return areas
}

export async function setUpDemonstration({ ground, demonstration }: PeopleNeeds) {
  if (!demonstration) throw new NotFound('demonstration')
  if (await ground.db.asOwner(anyOrganisation)) throw new Refusal('already-set-up')
  return demonstration.load()
}
