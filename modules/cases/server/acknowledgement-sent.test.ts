import { expect, test } from 'vitest'
import { aCase } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { acknowledgementSent } from './acknowledgement-sent.ts'

const { company, agent, system, as, sheet, timeline, clock } = await aCaseDesk()
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
