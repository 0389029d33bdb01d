import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aBranch, aCompany, aPeopleServer, aPerson, edit, signedIn } from '#test/people-server.ts'

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

test('the branch that receives who does not know theirs is one that is open; null goes back to the first', async () => {
  const receiving = async (receivingBranchId: string | null) => {
    const reply = await edit(boss, '/organisation', { receivingBranchId })
    return reply.statusCode === 200 ? reply.json().receivingBranchId : reply.json().errors
  }
  const [branchId, closed] = [await aBranch(people, company.organisationId, 'CAL'), await aBranch(people, company.organisationId, 'PEI')]
  await people.ground.db.asOwner((tx) => tx`update branches set active = false where id = ${closed}`)
  expect(await receiving(branchId)).toBe(branchId)
  for (const none of [closed, newId()]) expect(await receiving(none)).toMatchObject([{ path: 'receivingBranchId' }])
  expect((await edit(boss, '/organisation', { name: 'Gases Unidos' })).json()).toMatchObject({ receivingBranchId: branchId })
  expect(await receiving(null)).toBeNull()
})

test('a text too short to agree to is refused by field; whoever may not change settings may not change this', async () => {
  const reply = await edit(boss, '/organisation', { consent: { es: 'Sí' } })
  expect([reply.statusCode, reply.json().errors[0].path]).toEqual([400, 'consent.es'])
  const { email } = await aPerson(people, company.organisationId, 'quality')
  expect((await (await signedIn(people.server, email))('PATCH', '/organisation', { consent: { es } })).statusCode).toBe(403)
})
