import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aCase, aCompany, anActor, doing } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import type { Tx } from '#platform/server/database.ts'
import { editOrganisation, showOrganisation } from '#modules/people/server/keep-organisation.ts'
import { readCaseSettings } from './case-settings.ts'
import { readCase } from './read-case.ts'
import { routeCase } from './route-case.ts'
import { defaultTargets } from './seed.ts'

const company = await aCompany(await aGround(), { targets: defaultTargets() })
const { organisationId, ground } = company
const [bogota, cali] = [company.branches['BOG']!, company.branches['CAL']!]
const head = await anActor(company, 'head')
const owner = async () => (await aCase(company, head, { branchId: bogota })).owner?.id

test('a case is owned by whoever answers for its branch that day: from the next one on, an absence, its end, a role and a person who left count', async () => {
  const titular = await anActor(company, 'branch-responsible', { branchId: bogota })
  const substitute = await anActor(company, 'branch-responsible', { branchId: cali })
  expect(await owner()).toBe(titular.id)
  const absence = newId()
  await ground.db.asOwner((tx) => tx`
    insert into absences (organisation_id, id, person_id, substitute_id, from_on, until_on) values (${organisationId}, ${absence}, ${titular.id}, ${substitute.id}, '2026-01-01', '2027-01-01')`)
  expect(await owner()).toBe(substitute.id)
  await ground.db.asOwner((tx) => tx`update people set active = false where organisation_id = ${organisationId} and id = ${substitute.id}`)
  expect(await owner()).toBeUndefined()
  await ground.db.asOwner((tx) => tx`delete from absences where organisation_id = ${organisationId} and id = ${absence}`)
  expect(await owner()).toBe(titular.id)
  await ground.db.asOwner((tx) => tx`update grants set ended_at = now() where organisation_id = ${organisationId} and person_id = ${titular.id}`)
  expect(await owner()).toBeUndefined()
})

test('in the evening the day is that of the branch, not yet the next one of the meridian', async () => {
  const tonight = await anActor(company, 'branch-responsible', { branchId: cali })
  ground.clock.set('2026-06-27T01:00:00.000Z') // 20:00 of the 26th in Colombia
  await ground.db.asOwner((tx) => tx`update grants set until_on = '2026-06-26' where organisation_id = ${organisationId} and person_id = ${tonight.id}`)
  expect((await aCase(company, head, { branchId: cali })).owner?.id).toBe(tonight.id)
  const { number } = await aCase(company, head, { branchId: bogota })
  await doing(company, head, (work) => routeCase(work, number, { areaId: company.areas['ENT']!, branchId: cali, reason: 'Es de allá' }))
  expect((await doing(company, head, (work) => readCase(work, number))).owner?.id).toBe(tonight.id)
})

test('a company that moves to another time zone counts by it at once', async () => {
  const zoneNow = () => doing(company, head, async ({ tx }) => (await readCaseSettings(tx, organisationId)).terms.timeZone)
  expect(await zoneNow()).toBe('America/Bogota')
  await doing(company, head, async (work) => editOrganisation({ authenticator: { forget: () => {} } }, work, { timeZone: 'America/Lima' }, (await showOrganisation(work)).version))
  expect(await zoneNow()).toBe('America/Lima')
})

test('what a transaction changed and took back was never so for anybody else, though it was read meanwhile', async () => {
  const nameOf = async (tx: Tx, branchId: string) => (await readCaseSettings(tx, organisationId)).branches.get(branchId)!.name
  const rename = (tx: Tx, branchId: string, name: string) => tx`update branches set name = ${name} where organisation_id = ${organisationId} and id = ${branchId}`
  const read: string[] = []
  await expect(doing(company, head, async ({ tx }) => {
    await rename(tx, cali, 'Cali Sur')
    read.push(await nameOf(tx, cali))
    throw new Error('not meant')
  })).rejects.toThrow('not meant')
  // Another change takes the number that was never given.
  await doing(company, head, ({ tx }) => rename(tx, bogota, 'Bogotá Norte'))
  await doing(company, head, async ({ tx }) => void read.push(await nameOf(tx, bogota), await nameOf(tx, cali)))
  expect(read).toEqual(['Cali Sur', 'Bogotá Norte', expect.not.stringContaining('Sur')])
})
