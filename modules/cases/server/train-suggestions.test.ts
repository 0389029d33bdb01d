import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { trainYoung } from './train-suggestions.ts'

test('a young company is learnt as soon as there is enough, and again when it has twice as much', async () => {
  const company = await aCompany(await aGround(), { causes: ['FACTURA', 'CILINDRO'] })
  const agent = await anActor(company, 'agent', { branchId: company.branches['BOG']! })
  const close = async (n: number, at = company.ground.now()) => {
    for (let i = 0; i < n; i++) {
      const [code, description] = i % 2 ? (['FACTURA', `La factura trae un valor que no corresponde, semana ${i}`] as const) : (['CILINDRO', `El cilindro llegó con la válvula dañada, semana ${i}`] as const)
      const { id } = await aCase(company, agent, { description })
      await company.ground.db.asOwner(async (tx) => {
        void tx`update cases set status = 'closed', closed_at = ${at}, due_at = null where id = ${id}`
        await tx`
          insert into case_closures (organisation_id, id, case_id, cause_id, action_taken, remedy, told_way, told_at, closed_by, closed_at)
          values (${company.organisationId}, ${newId()}, ${id}, ${company.causes[code]!}, 'x', 'none', 'mail', ${company.ground.now()}, ${agent.id}, ${company.ground.now()})`
      })
    }
    company.ground.clock.pass(1)
  }
  const young = async () => (await trainYoung(company.ground)).map(({ question, examples }) => [question, examples])

  await close(40)
  expect(await young()).toEqual([])
  await close(20)
  expect(await young()).toEqual([['cause', 60]])
  await close(40)
  expect(await young()).toEqual([])
  await close(20, '2024-01-01T00:00:00.000Z')
  expect(await young()).toEqual([['cause', 120]])
})

test('what cannot be learnt of one company keeps no other from learning', async () => {
  const ground = await aGround()
  const companies = [await aCompany(ground), await aCompany(ground)]
  const asked: string[] = []
  const failing = { ...ground, db: { ...ground.db, transaction: ((scope) => {
    asked.push(scope.organisationId)
    return Promise.reject(new Error('no'))
  }) as typeof ground.db.transaction } }
  expect(await trainYoung(failing)).toEqual([])
  expect(asked.sort()).toEqual(companies.map(({ organisationId }) => organisationId).sort())
})
