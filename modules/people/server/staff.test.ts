import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { responsibleOf } from '#modules/people/public.ts'
import { aBranch, aCompany, anArea, aPeopleServer, aPerson, aSupplier, asking, cookieOf, PASSWORD, edit, signedIn } from '#test/people-server.ts'

const people = await aPeopleServer(() => ({ openCasesOf: async () => [{ id: '01a20c50-6c44-7585-aaf9-1da5aeb510ca', caseNumber: 'BOG-2026-000123' }] }))
const { server, ground } = people
const company = await aCompany(people)
const { organisationId, branchId } = company
let head = await signedIn(server, company.email)
const TODAY = '2026-06-26'

const queuedLinks = async (email: string) =>
  (await ground.db.asOwner((tx) => tx<{ url: string; language: string }>`select content -> 'link' ->> 'url' as url, language from outgoing_mails where recipient = ${email} order by id`)).map(({ url }) => url.split('#')[1]!)

test('somebody is invited by mail, chooses a password by the link and is in', async () => {
  const email = 'luis@gases.example'
  const invited = await head('POST', '/staff', { name: 'Luis Peña', email, post: 'Agente', grants: [{ role: 'agent', branchId }] })
  expect(invited.statusCode).toBe(201)
  expect(invited.json()).toMatchObject({ name: 'Luis Peña', state: 'invited', language: 'es', grants: [{ role: 'agent', branchId, fromOn: TODAY, untilOn: null }] })
  const [token] = await queuedLinks(email)
  const visitor = asking(server, null)
  expect((await visitor('POST', '/invitations/readings', { token })).json()).toMatchObject({ purpose: 'invitation', name: 'Luis Peña', email, language: 'es' })
  const weak = await visitor('POST', '/invitations/acceptances', { token, password: 'luispeña1234' })
  expect(weak.json().errors).toEqual([expect.objectContaining({ path: 'password', code: 'password-personal' })])
  const accepted = await visitor('POST', '/invitations/acceptances', { token, password: 'tres palabras sueltas' })
  expect(accepted.json()).toEqual({ state: 'signed-in' })
  expect((await asking(server, cookieOf(accepted))('GET', '/me')).json()).toMatchObject({ name: 'Luis Peña', places: { all: false, branchIds: [branchId] } })
  expect((await visitor('POST', '/invitations/acceptances', { token, password: 'tres palabras sueltas' })).json().code).toBe('invitation-used')
  expect((await head('GET', `/staff/${invited.json().id}`)).json().state).toBe('active')
})

test('found as one types, by any part of name, mail or post, accents forgiven', async () => {
  await aPerson(people, organisationId, 'quality', {}, { name: 'Íñigo Núñez', email: 'calidad_1@gases.example' })
  const found = async (query: string) => (await head('GET', `/staff?${query}`)).json().items.map(({ name }: { name: string }) => name)
  expect(await found('text=nunez')).toEqual(['Íñigo Núñez'])
  expect(await found('text=CALIDAD_')).toEqual(['Íñigo Núñez'])
  expect(await found('text=%25')).toEqual([])
  expect(await found(`role=agent&branchId=${branchId}`)).toEqual(['Luis Peña'])
  expect(await found('state=disabled')).toEqual([])
  const first = (await head('GET', '/staff?limit=2')).json()
  const second = (await head('GET', `/staff?limit=2&cursor=${first.nextCursor}`)).json()
  expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual(['Íñigo Núñez', 'Jefe de Gases 1', 'Luis Peña'])
  expect(second.nextCursor).toBeNull()
  expect((await head('GET', '/staff?cursor=abc')).statusCode).toBe(400)
})

test('two editors: the second is told, nothing is overwritten', async () => {
  const { id } = await aPerson(people, organisationId, 'agent')
  const etag = (await head('GET', `/staff/${id}`)).headers.etag as string
  expect((await head('PATCH', `/staff/${id}`, { post: 'Agente de noche' }, { 'if-match': etag })).json()).toMatchObject({ post: 'Agente de noche', version: 2 })
  const late = await head('PATCH', `/staff/${id}`, { post: 'Agente de día' }, { 'if-match': etag })
  expect(late.json()).toMatchObject({ status: 412, code: 'changed-by-another', details: { version: 2 } })
  expect((await head('GET', `/staff/${id}`)).json().post).toBe('Agente de noche')
  expect((await edit(head, `/staff/${id}`, { email: company.email })).json().code).toBe('email-taken')
})

test('a disabled person is out, their cases are named, and they may come back', async () => {
  const { id, email } = await aPerson(people, organisationId, 'agent')
  const me = await signedIn(server, email)
  const token = newId()
  await people.ground.db.asOwner((tx) => tx`
    insert into api_tokens (organisation_id, id, name, token_hash, role, created_by, ended_at)
    values (${organisationId}, ${token}, 'Su CRM', ${randomBytes(32)}, 'agent', ${id}, null), (${organisationId}, ${newId()}, 'Retirada', ${randomBytes(32)}, 'agent', ${id}, now()), (${organisationId}, ${newId()}, 'De otra', ${randomBytes(32)}, 'agent', ${newId()}, null)`)
  const reply = await head('POST', `/staff/${id}/disablement`, { reason: 'Se retiró' })
  expect(reply.json()).toEqual({ openCases: [expect.objectContaining({ caseNumber: 'BOG-2026-000123' })], tokens: [{ id: token, name: 'Su CRM' }] })
  expect((await me('GET', '/me')).statusCode).toBe(401)
  expect((await asking(server, null)('POST', '/session', { email, password: PASSWORD })).json().code).toBe('wrong-credentials')
  expect((await head('POST', `/staff/${id}/invitations`)).json().code).toBe('person-disabled')
  expect((await head('DELETE', `/staff/${id}/disablement`)).json().state).toBe('active')
  await signedIn(server, email)
})

test('the last administrator stays, however one tries', async () => {
  const other = await aCompany(people, { name: 'Solo uno' })
  const admin = await signedIn(server, other.email)
  const [own] = (await admin('GET', `/staff/${other.personId}`)).json().grants.filter(({ role }: { role: string }) => role === 'admin')
  expect((await admin('DELETE', `/staff/${other.personId}/grants/${own.id}`)).json().code).toBe('last-admin')
  expect((await admin('PATCH', `/staff/${other.personId}/grants/${own.id}`, { untilOn: '2026-12-31' })).json().code).toBe('last-admin')
  expect((await admin('POST', `/staff/${other.personId}/disablement`, {})).json().code).toBe('not-yourself')
  const second = await aPerson(people, other.organisationId, 'admin')
  const them = await signedIn(server, second.email)
  const both = await Promise.all([
    admin('DELETE', `/staff/${second.id}/grants/${second.grantId}`),
    them('DELETE', `/staff/${other.personId}/grants/${own.id}`),
  ])
  expect(both.map(({ statusCode }) => statusCode).filter((status) => status === 200), 'each removing the other at once').toHaveLength(1)
})

test('roles need their place, one titular a branch, known places, dates in order', async () => {
  const { id } = await aPerson(people, organisationId, null)
  const give = async (grant: object) => (await head('POST', `/staff/${id}/grants`, grant)).json()
  expect((await give({ role: 'branch-responsible' })).code).toBe('grant-needs-branch')
  expect((await give({ role: 'supplier-agent' })).code).toBe('grant-needs-supplier')
  expect((await give({ role: 'agent', branchId: organisationId })).errors).toEqual([expect.objectContaining({ path: 'branchId', code: 'unknown' })])
  expect((await give({ role: 'agent', fromOn: '2026-07-01', untilOn: '2026-06-30' })).code).toBe('grant-dates')
  expect((await give({ role: 'agent', substitute: true })).code).toBe('substitute-not-here')
  const given = await give({ role: 'branch-responsible', branchId, untilOn: '2026-07-31' })
  expect(given).toMatchObject({ fromOn: TODAY, untilOn: '2026-07-31' })
  const next = await aPerson(people, organisationId, null)
  expect((await head('POST', `/staff/${next.id}/grants`, { role: 'branch-responsible', branchId })).json()).toMatchObject({ code: 'titular-taken', title: expect.stringContaining('Ana Ruiz') })
  expect((await head('POST', `/staff/${next.id}/grants`, { role: 'branch-responsible', branchId, fromOn: '2026-08-01' })).statusCode).toBe(201)
  expect((await head('PATCH', `/staff/${id}/grants/${given.id}`, { untilOn: '2026-08-01' })).json().code).toBe('titular-taken')
  expect((await head('PATCH', `/staff/${id}/grants/${given.id}`, { untilOn: '2026-07-15' })).json().untilOn).toBe('2026-07-15')
})

test('coverage: who answers today, and the days without anybody in the next thirty', async () => {
  const branch = await aBranch(people, organisationId, 'CAL')
  const titular = await aPerson(people, organisationId, 'branch-responsible', { branchId: branch }, { name: 'Titular' })
  const coverage = async () => (await head('GET', '/branches/coverage')).json().branches.find(({ branchId: id }: { branchId: string }) => id === branch)
  const ask = (day: string) => ground.db.asOwner((tx) => responsibleOf(tx, organisationId, branch, day))
  expect(await coverage()).toMatchObject({ todayId: titular.id, uncovered: [] })

  const own = await signedIn(server, titular.email)
  const absence = await own('POST', '/absences', { fromOn: '2026-07-01', untilOn: '2026-07-10', reason: 'Vacaciones' })
  expect(absence.statusCode).toBe(201)
  expect(await coverage()).toMatchObject({ uncovered: [{ fromOn: '2026-07-01', untilOn: '2026-07-10' }] })
  expect(await ask('2026-07-05')).toBeNull()

  const substitute = await aPerson(people, organisationId, 'branch-responsible', { branchId: branch, substitute: true, untilOn: '2026-07-07' }, { name: 'Suplente' })
  expect(await coverage()).toMatchObject({ uncovered: [{ fromOn: '2026-07-08', untilOn: '2026-07-10' }] })
  expect(await ask('2026-07-05')).toBe(substitute.id)
  expect((await own('POST', '/absences', { fromOn: '2026-07-10', untilOn: '2026-07-12' })).json().code).toBe('absence-overlaps')
  expect((await own('POST', '/absences', { personId: substitute.id, fromOn: '2026-07-10', untilOn: '2026-07-12' })).statusCode).toBe(404)
  await own('DELETE', `/absences/${absence.json().id}`)
  expect(await coverage()).toMatchObject({ uncovered: [] })
})

test('whoever an absence names takes over the daily duties of those days, and no more', async () => {
  const branch = await aBranch(people, organisationId, 'MED')
  const titular = await aPerson(people, organisationId, 'branch-responsible', { branchId: branch })
  await ground.db.asOwner((tx) => tx`insert into grants (organisation_id, id, person_id, role) values (${organisationId}, gen_random_uuid(), ${titular.id}, 'head')`)
  const colleague = await aPerson(people, organisationId, 'agent', { branchId })
  const substitute = await signedIn(server, colleague.email)
  const own = await signedIn(server, titular.email)
  expect((await own('POST', '/absences', { fromOn: TODAY, untilOn: '2026-06-28', substituteId: colleague.id })).statusCode).toBe(201)
  const roles = async () => (await substitute('GET', '/me')).json().grants.map(({ role, branchId: at }: { role: string; branchId: string }) => [role, at])
  expect(new Set(await roles())).toEqual(new Set([['agent', branchId], ['branch-responsible', branch]]))
  ground.clock.pass(3 * 24 * 60)
  // Three days on, every session of before has been left too long.
  head = await signedIn(server, company.email)
  const later = await signedIn(server, colleague.email)
  expect((await later('GET', '/me')).json().grants.map(({ role }: { role: string }) => role)).toEqual(['agent'])
})

test('a supplier’s supervisor keeps their own people and learns of no other', async () => {
  const supplierId = await aSupplier(people, organisationId)
  const other = await aSupplier(people, organisationId, 'Otro proveedor')
  const boss = await aPerson(people, organisationId, 'supplier-supervisor', { supplierId })
  const supervisor = await signedIn(server, boss.email)
  const foreign = await aPerson(people, organisationId, 'supplier-agent', { supplierId: other })
  const invited = await supervisor('POST', '/staff', { name: 'Agente externo', email: 'externo@contacto.example', grants: [{ role: 'supplier-agent', supplierId }] })
  expect(invited.statusCode).toBe(201)
  expect((await supervisor('POST', '/staff', { name: 'X', email: 'x@contacto.example', grants: [{ role: 'agent' }] })).json().code).toBe('grant-beyond-own')
  expect((await supervisor('POST', '/staff', { name: 'X', email: 'x@contacto.example', grants: [{ role: 'supplier-agent', supplierId: other }] })).json().code).toBe('grant-beyond-own')
  expect((await supervisor('GET', '/staff')).json().items.map(({ id }: { id: string }) => id)).toEqual([invited.json().id, boss.id])
  for (const id of [foreign.id, company.personId]) {
    expect((await supervisor('GET', `/staff/${id}`)).statusCode).toBe(404)
    expect((await edit(supervisor, `/staff/${id}`, { email: 'mine@contacto.example' })).statusCode).toBe(404)
    expect((await supervisor('POST', `/staff/${id}/disablement`, {})).statusCode).toBe(404)
  }
  expect((await supervisor('GET', '/suppliers')).json().items).toHaveLength(1)
})

test('branches, areas and suppliers: added once, changed by version, closed', async () => {
  const branch = (await head('POST', '/branches', { code: 'baq', name: 'Barranquilla' })).json()
  expect(branch).toMatchObject({ code: 'BAQ', timeZone: 'America/Bogota', active: true, version: 1 })
  expect((await head('POST', '/branches', { code: 'BAQ', name: 'Otra' })).json()).toMatchObject({ code: 'branch-code-taken', title: 'Ya hay una sucursal con el código BAQ.' })
  expect((await head('PATCH', `/branches/${branch.id}`, { active: false }, { 'if-match': '"1"' })).json()).toMatchObject({ active: false, version: 2 })
  expect((await head('PATCH', `/branches/${branch.id}`, { name: 'B' }, { 'if-match': '"1"' })).statusCode).toBe(412)
  const area = (await head('POST', '/areas', { code: 'ent', name: 'Entregas' })).json()
  expect(area).toMatchObject({ code: 'ENT', nameEn: 'Entregas' })
  expect((await edit(head, `/areas/${area.id}`, { nameEn: 'Deliveries' })).json()).toMatchObject({ nameEn: 'Deliveries', name: 'Entregas' })
  const supplier = (await head('POST', '/suppliers', { name: 'Llamadas SAS' })).json()
  expect((await head('POST', '/suppliers', { name: 'Llamadas SAS' })).json().code).toBe('supplier-name-taken')
  expect((await edit(head, `/suppliers/${supplier.id}`, { active: false })).json().active).toBe(false)
  expect((await edit(head, `/branches/${await anArea(people, organisationId, 'ADQ')}`, { name: 'x' })).statusCode).toBe(404)
})

test('everything done is in the history, and no personal text with it', async () => {
  const rows = await ground.db.asOwner((tx) => tx<{ action: string; details: object }>`select action, details from history where organisation_id = ${organisationId}`)
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of ['organisation.created', 'person.invited', 'person.invitation-sent', 'person.disabled', 'grant.given', 'grant.dated', 'absence.noted', 'branch.added', 'person.signed-in']) expect(actions).toContain(action)
  expect(JSON.stringify(rows.map(({ details }) => details))).not.toMatch(/@|Ruiz|Vacaciones/)
})

test('an invitation made again takes back the mail of the one before, whose link works no more', async () => {
  const email = 'marta@gases.example'
  const { id } = (await head('POST', '/staff', { name: 'Marta Gil', email, grants: [{ role: 'quality' }] })).json()
  expect((await head('POST', `/staff/${id}/invitations`)).statusCode).toBe(201)
  expect(await ground.db.asOwner((tx) => tx`select state from outgoing_mails where recipient = ${email} order by id`)).toEqual([{ state: 'cancelled' }, { state: 'waiting' }])
})
