import { expect, test } from 'vitest'
import { aCase } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { acknowledgementSent } from './acknowledgement-sent.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'

const { company, agent, head, system, as, sheet, timeline, clock } = await aCaseDesk()
const bought = (asked: Parameters<typeof aCase>[2] = {}) => aCase(company, agent, { kind: 'claim', channel: 'mail', reporter: { email: 'compra@b.example' }, consumer: true, flags: ['electronic-commerce'], acknowledge: true, ...asked })
const acknowledgement = async (number: string) => (await sheet(number)).terms.find(({ clock: kind }) => kind === 'acknowledgement')
const left = (id: string) => as(system, (work) => acknowledgementSent(work, id))

test('an acknowledgement that leaves at once has met its clock as of the registration, and once', async () => {
  const { id, number, registeredAt } = await bought()
  expect(await acknowledgement(number)).toMatchObject({ rule: 'CO-EC-PQR', state: 'running', metAt: null })
  clock.pass(2)
  await left(id)
  const { version } = await sheet(number)
  await left(id)
  expect(await acknowledgement(number)).toMatchObject({ state: 'met', metAt: registeredAt, late: false })
  expect((await sheet(number)).version).toBe(version)
  expect((await timeline(number)).filter(({ action }) => action === 'acknowledgement-sent')).toHaveLength(1)
})

test('one that was held up has met it when it left, and late', async () => {
  const { id, number } = await bought()
  clock.pass(60)
  await left(id)
  expect(await acknowledgement(number)).toMatchObject({ state: 'met', metAt: clock.now(), late: true })
})

test('a case without such a clock is as it was', async () => {
  const { id, number, version } = await bought({ flags: [] })
  await left(id)
  expect(await acknowledgement(number)).toBeUndefined()
  expect((await sheet(number)).version).toBe(version)
})

test('one that leaves after its case went into another has met its own clock, and no other', async () => {
  const [one, into] = [await bought(), await bought()]
  const { mergeId } = await as(head, (work) => mergeCase(work, one.number, { into: into.number, reason: 'Cuentan lo mismo' }))
  expect((await sheet(into.number)).terms.filter(({ clock: kind }) => kind === 'acknowledgement')).toHaveLength(1)
  await left(one.id)
  expect(await acknowledgement(into.number)).toMatchObject({ state: 'running' })
  await as(head, (work) => unmergeCase(work, mergeId))
  expect(await acknowledgement(one.number)).toMatchObject({ state: 'met', metAt: one.registeredAt })
})
