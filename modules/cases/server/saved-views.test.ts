import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aServedCompany, askingAs, askingByToken } from '#test/app-server.ts'
import { anActor } from '#test/builders.ts'
import { MOST_VIEWS } from '../rules/view-audience.ts'

type View = { id: string; name: string; shared: boolean; branchId: string | null; mine: boolean; mayChange: boolean; filter: object; version: number }

const { ground, app, company } = await aServedCompany()
const [bog, cal] = [company.branches['BOG']!, company.branches['CAL']!]
const head = await anActor(company, 'head')
const [agent, neighbour, afar, supplier] = await Promise.all([
  anActor(company, 'agent', { branchId: bog }), anActor(company, 'agent', { branchId: bog }), anActor(company, 'agent', { branchId: cal }), anActor(company, 'supplier-agent', { supplierId: company.supplierId }),
])
const asks = new Map(await Promise.all([head, agent, neighbour, afar, supplier].map(async (actor) => [actor, await askingAs(app, actor)] as const)))
const ask = (actor: Actor) => asks.get(actor)!

const save = (actor: Actor, name: string, more: object = {}) => ask(actor)('POST', '/saved-views', { name, filter: { list: 'open' }, ...more })
const saved = async (actor: Actor, name: string, more: object = {}) => (await save(actor, name, more)).json() as View
const change = (actor: Actor, { id, version }: View, changes: object) => ask(actor)('PATCH', `/saved-views/${id}`, changes, { 'if-match': `"${version}"` })
const remove = (actor: Actor, { id }: View) => ask(actor)('DELETE', `/saved-views/${id}`)
const seen = async (actor: Actor) => (await ask(actor)('GET', '/saved-views')).json<{ items: View[] }>().items
const outcome = ({ statusCode, json }: Awaited<ReturnType<typeof save>>) => [statusCode, json<{ code?: string }>().code ?? 'done']
const noted = async ({ id }: View) =>
  (await ground.db.asOwner((tx) => tx<{ action: string; actorId: string }>`select action, actor_id from history where subject_id = ${id} order by id`)).map(({ action, actorId }) => [action, actorId])

test('a view takes another name, and the filter, the order and the columns that one has now; what is not said stays', async () => {
  const view = await saved(agent, 'Abiertos', { filter: { list: 'open', kind: 'claim', columns: ['due'] } })
  const renamed = (await change(agent, view, { name: 'Lo de hoy' })).json() as View
  expect(renamed).toMatchObject({ name: 'Lo de hoy', filter: view.filter, version: 2, mine: true, mayChange: true })
  const over = (await change(agent, renamed, { filter: { list: 'due-today', sort: 'newest', columns: ['title', 'due'] } })).json() as View
  expect(over).toMatchObject({ name: 'Lo de hoy', filter: { list: 'due-today', sort: 'newest', columns: ['title', 'due'] }, version: 3 })
  expect((await seen(agent)).find(({ id }) => id === view.id)).toEqual(over)
  expect(await noted(view)).toEqual([])
})

test('of two who change one view the second is told, and overwrites nothing', async () => {
  const view = await saved(agent, 'De Bogotá', { shared: true, branchId: bog })
  expect(outcome(await change(neighbour, view, { name: 'De la sucursal' }))).toEqual([200, 'done'])
  expect(outcome(await change(agent, view, { name: 'Nuestros' }))).toEqual([412, 'changed-by-another'])
  expect((await seen(agent)).find(({ id }) => id === view.id)).toMatchObject({ name: 'De la sucursal', version: 2 })
})

test('a branch is shown views by whoever sees it, everybody by whoever sees every branch; nobody else', async () => {
  expect(outcome(await save(agent, 'Otra', { shared: true, branchId: cal }))).toEqual([409, 'view-shown-beyond'])
  expect(outcome(await save(agent, 'Otra', { shared: true }))).toEqual([409, 'view-shown-beyond'])
  expect(outcome(await save(supplier, 'Otra', { shared: true, branchId: bog }))).toEqual([409, 'view-shown-beyond'])
  expect(outcome(await save(head, 'De Cali', { shared: true, branchId: cal }))).toEqual([201, 'done'])
  expect(outcome(await save(supplier, 'Lo mío'))).toEqual([201, 'done'])
})

test('what others see is changed and removed by whoever may show it to them, and says who did; what is one\'s own by nobody else', async () => {
  const own = await saved(agent, 'Mía')
  expect([outcome(await change(head, own, { name: 'Tuya' })), outcome(await remove(head, own))]).toEqual([[404, 'not-found'], [404, 'not-found']])

  const everybody = await saved(head, 'De todos', { shared: true })
  expect((await seen(agent)).find(({ id }) => id === everybody.id)).toMatchObject({ mine: false, mayChange: false })
  expect([outcome(await change(agent, everybody, { name: 'Mía' })), outcome(await remove(agent, everybody))]).toEqual([[409, 'view-not-yours'], [409, 'view-not-yours']])

  const branch = await saved(agent, 'De aquí', { shared: true, branchId: bog })
  expect((await seen(afar)).map(({ id }) => id)).not.toContain(branch.id)
  expect((await seen(neighbour)).find(({ id }) => id === branch.id)).toMatchObject({ mine: false, mayChange: true })
  expect(outcome(await change(neighbour, branch, { shared: false }))).toEqual([409, 'view-not-yours'])
  expect(outcome(await change(neighbour, branch, { shared: true, branchId: null }))).toEqual([409, 'view-shown-beyond'])
  expect(outcome(await remove(neighbour, branch))).toEqual([200, 'done'])
  expect(await noted(branch)).toEqual([['view.saved', agent.id], ['view.removed', neighbour.id]])
})

test('whoever made a view may show it to others, or keep it again for themselves', async () => {
  const own = await saved(agent, 'Primero mía')
  const shown = (await change(agent, own, { shared: true, branchId: bog })).json() as View
  expect((await seen(neighbour)).map(({ id }) => id)).toContain(own.id)
  const back = (await change(agent, shown, { shared: false })).json() as View
  expect(back).toMatchObject({ shared: false, branchId: null, version: 3 })
  expect((await seen(neighbour)).map(({ id }) => id)).not.toContain(own.id)
})

test('there are so many for a person, for a branch and for the team, and no more; what there is may be changed', async () => {
  const someone = await anActor(company, 'head')
  asks.set(someone, await askingAs(app, someone))
  for (const [more, code, example] of [
    [{}, 'views-enough-own', 'Ya tiene 20 vistas para usted'], [{ shared: true, branchId: company.branches['MED']! }, 'views-enough-branch', 'Esa sucursal ya tiene 20'], [{ shared: true }, 'views-enough-everybody', 'El equipo ya tiene 20'],
  ] as const) {
    let last: View | undefined
    for (let n = 0; n <= MOST_VIEWS; n++) {
      const reply = await save(someone, `Vista ${n}`, more)
      if (reply.statusCode === 201) last = reply.json() as View
      else expect(reply.json()).toMatchObject({ status: 409, code, title: expect.stringContaining(example) })
    }
    expect(outcome(await save(someone, 'Una más', more))).toEqual([409, code])
    expect(outcome(await change(someone, last!, { name: 'Con otro nombre' }))).toEqual([200, 'done'])
  }
  expect(outcome(await save(agent, 'De otra persona'))).toEqual([201, 'done'])
})

test('a view with a key that is not known is not stored, and one that was stored still opens and may be saved over', async () => {
  for (const [method, path, body] of [['POST', '/saved-views', { name: 'Con planeta', filter: { list: 'open', planet: 'mars' } }], ['POST', '/case-bulks', { filter: { planet: 'mars' }, preview: true, act: { verb: 'note', body: 'Hola' } }]] as const)
    expect((await ask(agent)(method, path, body)).json()).toMatchObject({ status: 400, errors: [{ path: 'filter.planet', code: 'unknown-field' }] })
  const view = await saved(agent, 'De antes')
  expect((await change(agent, view, { filter: { planet: 'mars' } })).json()).toMatchObject({ status: 400, errors: [{ path: 'filter.planet' }] })
  await ground.db.asOwner((tx) => tx`update saved_views set filter = '{"list":"open","planet":"mars"}' where id = ${view.id}`)
  expect((await seen(agent)).find(({ id }) => id === view.id)?.filter).toEqual({ list: 'open', planet: 'mars' })
  expect((await change(agent, view, { name: 'Aún de antes' })).json()).toMatchObject({ name: 'Aún de antes', filter: { planet: 'mars' } })
  expect((await change(agent, { ...view, version: 2 }, { filter: { list: 'mine' } })).json()).toMatchObject({ filter: { list: 'mine' } })
})

test('no program keeps, changes or removes a view by its token', async () => {
  const program = await askingByToken(app, company.organisationId, { role: 'head', createdBy: head.id })
  const view = await saved(head, 'De personas', { shared: true, branchId: cal })
  expect((await program('PATCH', `/saved-views/${view.id}`, { name: 'De un programa' }, { 'if-match': '"1"' })).json()).toMatchObject({ status: 403, code: 'persons-only' })
  expect((await program('DELETE', `/saved-views/${view.id}`)).json()).toMatchObject({ status: 403, code: 'persons-only' })
})
