import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { NotFound } from '#kernel/refusal.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { extendTerm, pauseTerm, resumeTerm } from './extend-term.ts'

const { company, agent, as, sheet, explained, answer, clock } = await aCaseDesk()

describe('terms', () => {
  const petition = async (number: string) => (await explained(number)).find(({ rule }) => rule === 'CO-PET-GEN')!

  test('are extended before they expire, once, with notice to the customer', async () => {
    const { number } = await aCase(company, agent, { reporter: { email: 'ext@b.example' } })
    const before = await petition(number)
    expect(before.extension).toEqual({ refusal: null, most: 15 })
    await expect(as(agent, (work) => extendTerm(work, number, { termId: before.id, days: 16, reason: 'Falta el dictamen del laboratorio' }))).rejects.toEqual(refused('term-cannot-be-extended'))
    const { dueOn } = await as(agent, (work) => extendTerm(work, number, { termId: before.id, days: 10, reason: 'Falta el dictamen del laboratorio' }))
    expect(dueOn > before.dueOn).toBe(true)
    const after = await petition(number)
    expect(after).toMatchObject({ dueOn, extensions: [{ amount: 10 }], extension: { refusal: 'extension-times-exhausted' } })
    expect(after.counted).toHaveLength(25)
    const mails = await company.ground.db.asOwner((tx) => tx`select id from outgoing_mails where purpose = 'extension' and recipient = 'ext@b.example'`)
    expect(mails).toHaveLength(1)
  })

  test('are not extended after', async () => {
    const receivedAt = new Date(Date.parse(company.ground.now()) - 40 * 86_400_000).toISOString()
    const { number } = await aCase(company, agent, { receivedAt })
    const term = await petition(number)
    expect(term).toMatchObject({ late: true, extension: { refusal: 'extension-notice-late' } })
    await expect(as(agent, (work) => extendTerm(work, number, { termId: term.id, days: 5, reason: 'Falta el dictamen del laboratorio' }))).rejects.toEqual(refused('term-cannot-be-extended'))
    await expect(as(agent, (work) => extendTerm(work, number, { termId: newId(), days: 5, reason: 'Falta el dictamen del laboratorio' }))).rejects.toThrow(NotFound)
  })

  test('say on which day the case is held to be received, where that is not the day on which it came', async () => {
    const { number } = await aCase(company, agent, { receivedAt: '2026-06-20T15:00:00Z' })
    expect(await petition(number)).toMatchObject({ receivedAt: '2026-06-20T15:00:00.000Z', filedOn: '2026-06-22' })
  })

  test('pause by a cause the rule knows, and come back with the days they had', async () => {
    const { number } = await aCase(company, agent, {})
    const term = await petition(number)
    expect(term.pauseCauses).toEqual(['customer-completion', 'evidence-period'])
    await expect(as(agent, (work) => pauseTerm(work, number, { termId: term.id, cause: 'holidays', reason: 'Vacaciones' }))).rejects.toEqual(refused('term-cannot-be-paused'))
    await as(agent, (work) => pauseTerm(work, number, { termId: term.id, cause: 'customer-completion', reason: 'Falta la factura' }))
    expect(await sheet(number)).toMatchObject({ waitingFor: 'customer' })
    expect(await petition(number)).toMatchObject({ state: 'paused', pauses: [{ cause: 'customer-completion', to: null }], extension: { refusal: 'term-not-running' }, pauseCauses: [] })
    clock.pass(60 * 24 * 7)
    const { dueOn } = await as(agent, (work) => resumeTerm(work, number, { termId: term.id, reason: '' }))
    expect(dueOn > term.dueOn).toBe(true)
    expect(await petition(number)).toMatchObject({ state: 'running', dueOn })
    expect(await sheet(number)).toMatchObject({ waitingFor: null })
    await expect(as(agent, (work) => resumeTerm(work, number, { termId: term.id, reason: '' }))).rejects.toEqual(refused('term-not-paused'))
  })

  test('a case all of whose clocks are paused waits for the customer, and is due again when one runs', async () => {
    const { number } = await aCase(company, agent, {})
    await answer(number, { final: false })
    const term = await petition(number)
    await as(agent, (work) => pauseTerm(work, number, { termId: term.id, cause: 'evidence-period', reason: 'Pruebas en curso' }))
    expect(await sheet(number)).toMatchObject({ dueOn: null, waitingFor: 'customer' })
    await as(agent, (work) => resumeTerm(work, number, { termId: term.id, reason: '' }))
    expect((await sheet(number)).dueOn).not.toBeNull()
  })
})
