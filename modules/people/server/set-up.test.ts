import { expect, test } from 'vitest'
import { aPeopleServer, asking, cookieOf, PASSWORD, signedIn } from '#test/people-server.ts'

const begun: string[] = []
const { server, ground } = await aPeopleServer(() => ({
  onOrganisationCreated: [
    async ({ tx }, { organisationId, country, targets, areas }) => {
      await tx`insert into areas (organisation_id, id, code, name, name_en) values (${organisationId}, ${crypto.randomUUID()}, 'LAB', 'Laboratorio', 'Laboratory')`
      begun.push(country, JSON.stringify(targets), [...areas.keys()].join(' '))
    },
  ],
}))
const PROPOSED = { firstAnswerHours: 8, areaAnswerDays: 3, courtesyAnswerDays: 10 }
const visitor = asking(server, null)

const asked = {
  targets: { firstAnswerHours: null, areaAnswerDays: 5 },
  organisation: { name: 'Gases del Norte', country: 'co', language: 'es', timeZone: 'America/Bogota' },
  branch: { code: 'bog', name: 'Bogotá Norte' },
  person: { name: 'Rosa Ortega', email: 'Rosa@Gases.example', password: PASSWORD },
}

test('an empty installation says so, in the visitor’s language', async () => {
  const reply = await visitor('GET', '/setup', undefined, { 'accept-language': 'en' })
  expect(reply.json()).toEqual({ state: 'empty', demonstration: false, loading: null, accounts: null, targets: PROPOSED, countries: [{ code: 'CO', name: 'Colombia', language: 'es', timeZone: 'America/Bogota' }] })
})

test.each<[string, object, string, string]>([
  ['an unknown country', { ...asked, organisation: { ...asked.organisation, country: 'XX' } }, 'organisation.country', 'unknown'],
  ['an unknown zone', { ...asked, organisation: { ...asked.organisation, timeZone: 'America/Nowhere' } }, 'organisation.timeZone', 'time-zone'],
  ['a password anybody knows', { ...asked, person: { ...asked.person, password: 'contrasena123' } }, 'password', 'password-common'],
  ['a field that is not asked for', { ...asked, person: { ...asked.person, role: 'admin' } }, 'person.role', 'unknown-field'],
  ['a promise that no case could do without', { ...asked, targets: { courtesyAnswerDays: null } }, 'targets.courtesyAnswerDays', 'required'],
  ['half a character', { ...asked, person: { ...asked.person, name: 'Rosa \ud800' } }, 'person.name', 'unreadable-character'],
])('%s is refused by field, and nothing is made', async (_, body, path, code) => {
  const reply = await visitor('POST', '/setup', body)
  expect(reply.statusCode).toBe(400)
  expect(reply.json().errors).toContainEqual(expect.objectContaining({ path, code }))
  expect((await visitor('GET', '/setup')).json().state).toBe('empty')
})

test('two first runs at once make one company, and sign its founder in', async () => {
  const replies = await Promise.all([visitor('POST', '/setup', asked), visitor('POST', '/setup', { ...asked, organisation: { ...asked.organisation, name: 'Otra' } })])
  expect(replies.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([201, 409])
  const made = replies.find(({ statusCode }) => statusCode === 201)!
  const me = (await asking(server, cookieOf(made))('GET', '/me')).json()
  expect(me).toMatchObject({ email: 'rosa@gases.example', places: { all: true }, organisation: { country: 'CO' } })
  expect(me.grants.map(({ role }: { role: string }) => role).sort()).toEqual(['admin', 'branch-responsible', 'head'])
  expect(begun).toEqual(['CO', '{"firstAnswerHours":null,"areaAnswerDays":5}', 'SAC GEC ADQ PRL PRG ENT PSG CGE'])
  const rows = await ground.db.asOwner((tx) => tx`select (select count(*) from organisations) as organisations, (select count(*) from areas) as areas, (select array_agg(code) from branches) as codes`)
  expect(rows).toEqual([{ organisations: 1, areas: 9, codes: ['BOG'] }])
})

test('the founder answers for the first branch until somebody is named, and then only while they are away', async () => {
  const founder = await signedIn(server, 'rosa@gases.example')
  const [branch] = (await founder('GET', '/branches/coverage')).json().branches as { branchId: string; todayId: string; uncovered: object[] }[]
  const me = (await founder('GET', '/me')).json().id
  expect([branch!.todayId, branch!.uncovered]).toEqual([me, []])
  const named = (await founder('POST', '/staff', { name: 'Ana Gil', email: 'ana@gases.example', grants: [{ role: 'branch-responsible', branchId: branch!.branchId }] })).json()
  expect((await founder('GET', '/branches/coverage')).json().branches[0].todayId).toBe(named.id)
})

test('afterwards the door is closed', async () => {
  expect((await visitor('GET', '/setup')).json()).toEqual({ state: 'ready', countries: [], demonstration: false, loading: null, accounts: null, targets: PROPOSED })
  const again = await visitor('POST', '/setup', asked)
  expect(again.json()).toMatchObject({ status: 409, code: 'already-set-up' })
  expect((await visitor('POST', '/setup/demonstration', {})).statusCode).toBe(404)
})
