import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, anActor } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { SaveView } from '../contract-lists.ts'
import { countViews } from './count-views.ts'
import { listViews, saveView } from './saved-views.ts'

const { company, head, as } = await aCaseDesk()
const elsewhere = await anActor(company, 'agent', { branchId: company.branches['CAL']! })

beforeAll(async () => {
  for (const [branch, kind] of [['BOG', 'claim'], ['BOG', 'claim'], ['BOG', 'request'], ['CAL', 'claim']] as const)
    await aCase(company, head, { branchId: company.branches[branch]!, kind, description: kind === 'claim' ? 'La válvula pierde gas' : 'Un certificado' })
})

const save = (name: string, filter: object, shared = true) => as(head, (work) => saveView(work, SaveView.body!.parse({ name, shared, filter })))
async function counts(actor: Actor) {
  const { items: views } = await as(actor, listViews)
  const { items } = await as(actor, countViews)
  return Object.fromEntries(items.map(({ id, count, more }) => [views.find((view) => view.id === id)!.name, more ? `${count}+` : count]))
}

test('each view says how many cases it holds for whoever looks, and of another\'s own view nothing is told', async () => {
  await save('Abiertos', { list: 'open', sort: 'newest' })
  await save('De Bogotá', { list: 'open', branchId: company.branches['BOG']! })
  await save('Reclamos', { list: 'open', kind: 'claim' })
  await save('Con válvula', { list: 'everything', find: 'valvula' })
  await save('Recibidos antes', { list: 'everything', receivedTo: '2001-01-01' })
  await save('Vencidos sin causa', { list: 'overdue', without: ['cause', 'area'] })
  await save('De Rosa', { list: 'everything', kind: 'request' }, false)
  expect(await counts(head)).toEqual({ Abiertos: 4, 'De Bogotá': 3, Reclamos: 3, 'Con válvula': 3, 'Recibidos antes': 0, 'Vencidos sin causa': 0, 'De Rosa': 1 })
  expect(await counts(elsewhere)).toEqual({ Abiertos: 1, 'De Bogotá': 0, Reclamos: 1, 'Con válvula': 1, 'Recibidos antes': 0, 'Vencidos sin causa': 0 })
})

test('a view keeps its order and its columns, and refuses a column that there is not', async () => {
  const { filter } = await save('Con columnas', { list: 'waiting', sort: 'newest', columns: ['due', 'title'] }, false)
  expect(filter).toEqual({ list: 'waiting', sort: 'newest', columns: ['due', 'title'] })
  expect((await as(head, listViews)).items.find(({ name }) => name === 'Con columnas')?.filter).toEqual(filter)
  expect(await counts(head)).toMatchObject({ 'Con columnas': 0 })
  expect(SaveView.body!.safeParse({ name: 'Otra', filter: { columns: 'planet' } }).success).toBe(false)
})

test('of a view that another version kept, and this one does not understand, nothing is said', async () => {
  await company.ground.db.asOwner((tx) => tx`update saved_views set filter = '{"list":"open","planet":"mars"}' where organisation_id = ${company.organisationId} and name = 'Reclamos'`)
  expect(await counts(head)).toMatchObject({ Reclamos: null, Abiertos: 4 })
})
