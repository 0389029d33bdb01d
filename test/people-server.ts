import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { newId } from '#kernel/id.ts'
import { createAuthenticator, createOrganisation, type Authenticator, type Created } from '#modules/people/public.ts'
import { en } from '#modules/people/en.ts'
import { es } from '#modules/people/es.ts'
import type { AskedGrant, Role } from '#modules/people/contract.ts'
import type { PeopleNeeds } from '#modules/people/server/needs.ts'
import { peopleRoutes } from '#modules/people/server/routes.ts'
import { createServer } from '#platform/server/http.ts'
import { Problems } from '#platform/server/problem.ts'
import type { Route } from '#platform/server/route.ts'
import { aGround, type TestGround } from '#test/harness.ts'

export const PASSWORD = 'el cilindro azul pesa'
const PUBLIC_URL = new URL('http://localhost:4000')

export type PeopleServer = {
  ground: TestGround
  server: FastifyInstance
  authenticator: Authenticator
  needs: PeopleNeeds
  routes: Route[]
}

function peopleNeeds(ground: TestGround, authenticator: Authenticator, rest: Partial<PeopleNeeds> = {}): PeopleNeeds {
  return {
    ground,
    authenticator,
    secret: 'a secret of the tests, thirty-two long',
    publicUrl: PUBLIC_URL,
    hasMailServer: true,
    countries: [{ code: 'CO', names: { es: 'Colombia', en: 'Colombia' }, language: 'es', timeZone: 'America/Bogota' }],
    proposedTargets: { firstAnswerHours: 8, areaAnswerDays: 3, courtesyAnswerDays: 10 },
    onOrganisationCreated: [],
    openCasesOf: async () => [],
    ...rest,
  }
}

/** The module's own routes on a server, over a database of the test's own; `more` is asked once the ground is there. */
export async function aPeopleServer(more: (ground: TestGround) => Partial<PeopleNeeds> = () => ({}), given?: TestGround): Promise<PeopleServer> {
  const ground = given ?? (await aGround())
  const authenticator = createAuthenticator(ground)
  const needs = peopleNeeds(ground, authenticator, more(ground))
  const routes = peopleRoutes(needs)
  const problems = new Problems({ es: es.refusals, en: en.refusals })
  const server = await createServer({ ground, problems, routes, authenticate: authenticator.authenticate, publicUrl: PUBLIC_URL })
  afterAll(() => server.close())
  return { ground, server, authenticator, needs, routes }
}

let companies = 0
/** A company with one branch and one person, who administers it and heads its service. */
export async function aCompany({ needs }: Pick<PeopleServer, 'needs'>, { name = `Gases ${companies + 1}`, code = 'BOG', email = `jefe${++companies}@gases.example` } = {}): Promise<Created & { email: string }> {
  const created = await createOrganisation(needs, {
    organisation: { name, taxId: '', country: 'CO', language: 'es', timeZone: 'America/Bogota' },
    branch: { code, name: `Sucursal ${code}`, city: 'Bogotá' },
    person: { name: `Jefe de ${name}`, email, password: PASSWORD },
  })
  return { ...created, email }
}

type Place = Partial<Pick<AskedGrant, 'branchId' | 'areaId' | 'supplierId' | 'substitute' | 'fromOn' | 'untilOn'>>

/** Somebody of a company with one role, who has set the tests' password; made as the owner, so that no rule stands in the way. */
export async function aPerson({ ground }: Pick<PeopleServer, 'ground'>, organisationId: string, role: Role | null, place: Place = {}, { email = `${newId()}@gases.example`, name = 'Ana Ruiz' } = {}): Promise<{ id: string; email: string; grantId: string }> {
  const id = newId()
  const grantId = newId()
  await ground.db.asOwner(async (tx) => {
    void tx`
      insert into people (organisation_id, id, name, email, password_hash, created_at)
      select ${organisationId}, ${id}, ${name}, ${email}, (select password_hash from people where password_hash is not null and organisation_id = ${organisationId} order by created_at, id limit 1), ${ground.now()}`
    if (role)
      await tx`
        insert into grants (organisation_id, id, person_id, role, branch_id, area_id, supplier_id, substitute, from_on, until_on)
        values (${organisationId}, ${grantId}, ${id}, ${role}, ${place.branchId ?? null}, ${place.areaId ?? null}, ${place.supplierId ?? null}, ${place.substitute ?? false}, ${place.fromOn ?? '2020-01-01'}, ${place.untilOn ?? null})`
  })
  return { id, email, grantId }
}

export async function anArea({ ground }: Pick<PeopleServer, 'ground'>, organisationId: string, code = 'ENT'): Promise<string> {
  const id = newId()
  await ground.db.asOwner((tx) => tx`insert into areas (organisation_id, id, code, name, name_en) values (${organisationId}, ${id}, ${code}, ${code}, ${code})`)
  return id
}
export async function aBranch({ ground }: Pick<PeopleServer, 'ground'>, organisationId: string, code: string): Promise<string> {
  const id = newId()
  await ground.db.asOwner((tx) => tx`insert into branches (organisation_id, id, code, name, time_zone) values (${organisationId}, ${id}, ${code}, ${code}, 'America/Bogota')`)
  return id
}
export async function aSupplier({ ground }: Pick<PeopleServer, 'ground'>, organisationId: string, name = 'Contacto Total'): Promise<string> {
  const id = newId()
  await ground.db.asOwner((tx) => tx`insert into suppliers (organisation_id, id, name) values (${organisationId}, ${id}, ${name})`)
  return id
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Ask = (method: Method, path: string, body?: object, headers?: Record<string, string>) => Promise<LightMyRequestResponse>

/** Asks with a cookie (or none), as the product's own page would. */
export const asking =
  (server: FastifyInstance, cookie: string | null, standing: Record<string, string> = {}): Ask =>
  (method, path, body, headers = {}) =>
    server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie: `acuse_session=${cookie}` } : {}), ...standing, ...headers },
      ...(body ? { payload: body } : {}),
    })

/** Edits by the version of now, whichever it is: as whoever is told that it changed reads it again. */
export async function edit(ask: Ask, path: string, body: object): Promise<LightMyRequestResponse> {
  const by = (version: number) => ask('PATCH', path, body, { 'if-match': `"${version}"` })
  const reply = await by(0)
  return reply.statusCode === 412 ? by(reply.json().details.version) : reply
}

export const cookieOf = (reply: LightMyRequestResponse): string | null => reply.cookies.find(({ name }) => name === 'acuse_session')?.value ?? null

/** Signs in by the same door as everybody, and asks on with what was given. */
export async function signedIn(server: FastifyInstance, email: string, { password = PASSWORD, ...more }: { password?: string; code?: string } = {}): Promise<Ask & { cookie: string }> {
  const reply = await asking(server, null)('POST', '/session', { email, password, ...more })
  const cookie = cookieOf(reply)
  if (!cookie) throw new Error(`no session for ${email}: ${reply.statusCode} ${reply.body}`)
  return Object.assign(asking(server, cookie), { cookie })
}
