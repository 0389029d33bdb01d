import { afterEach, describe, expect, test } from 'vitest'
import { Stale } from '#kernel/refusal.ts'
import { changeCompanyFlags, readCompanyFlags } from '#modules/calendars/server/keep-company-flags.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, wrong } from '#test/case-desk.ts'
import { correctCase } from './correct-case.ts'
import { retypeCase } from './retype-case.ts'

const { company, head, agent, as, sheet, running, timeline } = await aCaseDesk()

const reason = 'Resolución de registro como E.S.P.'
async function be(...flags: string[]) {
  const { version } = await as(head, readCompanyFlags)
  return as(head, (work) => changeCompanyFlags(work, { flags, reason }, version))
}
const lawOf = async (number: string) => (await running(number)).filter((rule) => rule.startsWith('CO-')).sort()

describe('what the company is before the law', () => {
  afterEach(() => be())

  test('binds the cases registered from then on, and leaves the others their terms', async () => {
    const before = await aCase(company, agent, { kind: 'claim' })
    expect(await be('es_ESP_GLP')).toMatchObject({ items: [{ code: 'es_ESP_GLP', carried: true, brings: expect.arrayContaining([{ id: 'CO-SPD-PQR', name: expect.any(String) }]) }, { code: 'authority', carried: false }] })
    const user = await aCase(company, agent, { kind: 'claim', flags: ['lpg-user'] })
    expect([await lawOf(before.number), await lawOf(user.number)]).toEqual([['CO-PET-GEN'], ['CO-SPD-PQR']])
  })

  test('a user of LP gas is nobody of a company that is no utility', async () =>
    expect(aCase(company, agent, { flags: ['lpg-user'] })).rejects.toEqual(wrong('flags', 'fact-unknown')))

  test('a case cannot carry what only the company is, and the company nothing that its country does not know', async () => {
    await expect(aCase(company, agent, { flags: ['es_ESP_GLP'] })).rejects.toEqual(wrong('flags', 'fact-unknown'))
    await expect(be('lpg-user')).rejects.toEqual(wrong('flags', 'flag-unknown'))
  })

  test('is changed by whoever read what it is', async () => {
    const { version } = await as(head, readCompanyFlags)
    await be('authority')
    await expect(as(head, (work) => changeCompanyFlags(work, { flags: [], reason }, version))).rejects.toThrow(Stale)
  })
})

describe('what a case is about', () => {
  test('chooses its terms when it is registered', async () => {
    const { number } = await aCase(company, agent, { kind: 'request', subjects: ['documents'] })
    expect(await lawOf(number)).toEqual(['CO-PET-INFO'])
  })

  test('a word that no rule knows is refused, or the case would be without its term', async () =>
    expect(aCase(company, agent, { subjects: ['waranty'] })).rejects.toEqual(wrong('subjects', 'fact-unknown')))

  test('put right, brings its term from the day it was received, beside the one that ran', async () => {
    const { number, receivedAt } = await aCase(company, agent, { kind: 'request' })
    const { version } = await sheet(number)
    await as(agent, (work) => correctCase(work, number, { subjects: ['information'], reason: '' }, version))
    const { terms, termFacts } = await sheet(number)
    expect(await lawOf(number)).toEqual(['CO-PET-GEN', 'CO-PET-INFO'])
    expect(terms.find(({ rule }) => rule === 'CO-PET-INFO')?.receivedAt).toBe(receivedAt)
    expect(termFacts).toEqual({ subjects: ['information'], flags: [], personalData: false, consumer: false })
    expect((await timeline(number)).find(({ action }) => action === 'case-corrected')?.details).toMatchObject({ fields: ['subjects'], started: ['CO-PET-INFO'] })
  })

  test('is said with another kind too, and a case of before is asked as any', async () => {
    const { number } = await aCase(company, agent, { kind: 'request' })
    await company.ground.db.asOwner((tx) => tx`update cases set term_facts = '{}' where number = ${number}`)
    await as(agent, (work) => retypeCase(work, number, { kind: 'claim', consumer: true, reason: 'Reclama la garantía' }))
    expect(await lawOf(number)).toEqual(['CO-CON-RD', 'CO-PET-GEN'])
    expect((await sheet(number)).termFacts).toMatchObject({ consumer: true, subjects: [] })
  })
})
