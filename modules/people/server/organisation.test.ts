import { expect, test } from 'vitest'
import { aCompany, aPeopleServer, aPerson, edit, signedIn } from '#test/people-server.ts'

const people = await aPeopleServer()
const company = await aCompany(people)
const boss = await signedIn(people.server, company.email)
const consent = async () => (await boss('GET', '/organisation')).json().consent
const es = 'Usaremos sus datos para atender este caso.'

test('a company writes what its customers agree to; each text is a version, and those before are kept', async () => {
  expect(await consent()).toBeNull()
  expect((await edit(boss, '/organisation', { consent: { es } })).json().consent).toEqual({ version: 'company-1', es, en: es })
  await edit(boss, '/organisation', { consent: { es } })
  expect(await consent()).toMatchObject({ version: 'company-1' })
  await edit(boss, '/organisation', { name: 'Gases Unidos' })
  expect(await consent()).toMatchObject({ version: 'company-1' })
  await edit(boss, '/organisation', { consent: { es, en: 'We will use your data for this case.' } })
  expect(await consent()).toMatchObject({ version: 'company-2' })
  await edit(boss, '/organisation', { consent: null })
  expect(await consent()).toBeNull()
  await edit(boss, '/organisation', { consent: { es } })
  expect(await consent()).toMatchObject({ version: 'company-3' })
  const [kept] = await people.ground.db.asOwner((tx) => tx<{ versions: string[]; noted: number }>`
    select (select array_agg(x ->> 'version') from jsonb_array_elements(settings -> 'consentsBefore') x) as versions,
      (select count(*)::int from history h where h.organisation_id = o.organisation_id and h.action = 'organisation.consent-changed') as noted
    from organisations o where organisation_id = ${company.organisationId}`)
  expect(kept).toEqual({ versions: ['company-1', 'company-2'], noted: 4 })
})

test('a text too short to agree to is refused by field; whoever may not change settings may not change this', async () => {
  const reply = await edit(boss, '/organisation', { consent: { es: 'Sí' } })
  expect([reply.statusCode, reply.json().errors[0].path]).toEqual([400, 'consent.es'])
  const { email } = await aPerson(people, company.organisationId, 'quality')
  expect((await (await signedIn(people.server, email))('PATCH', '/organisation', { consent: { es } })).statusCode).toBe(403)
})
