import { describe, expect, it, test } from 'vitest'
import { businessMinutes, addBusinessMinutes } from '#kernel/business-time.ts'
import { dayText } from '#kernel/day.ts'
import { dueByEitherWeek, dueOf } from '#kernel/term-due.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import type { TermRule } from '#kernel/term.ts'
import { CalendarShape, TermRuleShape, type CaseFacts } from '../contract.ts'
import { chooseRules } from '../rules/choose-rules.ts'
import { calendarOf } from './calendar-of.ts'
import { CO } from './CO.ts'

const calendar = calendarOf(CO)
const rule = (id: string): TermRule => CO.terms.find((row) => row.id === id)!
const at = (text: string) => Date.parse(`${text}-05:00`)
const due = (row: TermRule, received: string, of = calendar) => dayText(dueOf(row, at(received), of).dueOn!)

describe('the worked examples of the law', () => {
  test.each([
    ['CO-PET-GEN', '2026-06-26T16:40', '2026-07-22', '29 June, 13 and 20 July are holidays'],
    ['CO-PET-INFO', '2026-06-26T16:40', '2026-07-14', '10 working days'],
    ['CO-PET-CONS', '2026-06-26T16:40', '2026-08-13', '30 working days'],
    ['CO-PET-GEN', '2026-12-18T10:00', '2027-01-13', '25 December, 1 and 11 January are holidays'],
  ])('%s received %s is due %s: %s', (id, received, dueOn) => expect(due(rule(id), received)).toBe(dueOn))

  test('without Ley 2578 it would be a day earlier', () => {
    const old = { ...calendar, holidays: calendar.holidays.filter(({ source }) => !source.includes('2578')) }
    expect(due(rule('CO-PET-GEN'), '2026-06-26T16:40', old)).toBe('2026-07-21')
  })

  test('where Saturday counts it would be Thursday 16 July, and both dates are shown', () => {
    expect(due({ ...rule('CO-PET-GEN'), weekdays: 'mon-sat' }, '2026-06-26T16:40')).toBe('2026-07-16')
    expect(due(rule('CO-PET-GEN'), '2026-06-26T16:40', { ...calendar, saturdayCounts: true })).toBe('2026-07-16')
    const both = dueByEitherWeek(rule('CO-PET-GEN'), at('2026-06-26T16:40'), { ...calendar, saturdayCounts: true })
    expect([both?.monFri.dueOn, both?.monSat.dueOn].map((day) => dayText(day!))).toEqual(['2026-07-22', '2026-07-16'])
    expect(dueByEitherWeek(rule('CO-RET-DEV'), at('2026-06-26T16:40'), calendar)).toBeNull()
  })

  test('it is due at the last second of the day in Bogotá, and the proof names every day', () => {
    const proof = computeTerm(rule('CO-PET-GEN'), at('2026-06-26T16:40'), calendar)
    expect(proof).toMatchObject({
      rule: 'CO-PET-GEN', receivedAt: '2026-06-26T16:40:00-05:00', filedOn: '2026-06-26', startsOn: '2026-06-30',
      dueOn: '2026-07-22', dueAt: '2026-07-22T23:59:59-05:00', calendar: { id: 'CO', version: 1 }, state: 'running',
    })
    expect(proof.counted).toHaveLength(15)
    expect(proof.skipped.filter(({ why }) => why.code === 'holiday').map(({ date }) => date)).toEqual(['2026-06-29', '2026-07-13', '2026-07-20'])
    expect(proof.counted.length + proof.skipped.length).toBe(26)
  })

  test('what arrives after closing is filed the next working day; the true instant stays', () => {
    expect(computeTerm(rule('CO-PET-GEN'), at('2026-06-26T17:30'), calendar)).toMatchObject({ filedOn: '2026-06-30', receivedAt: '2026-06-26T17:30:00-05:00', dueOn: '2026-07-23' })
    expect(due(rule('CO-PET-GEN'), '2026-06-26T17:29:59')).toBe('2026-07-22')
    expect(due(rule('CO-PET-GEN'), '2026-06-26T05:00')).toBe('2026-07-22')
  })
})

test('business time from Friday 16:40 to Tuesday 09:10 over a holiday is 120 minutes (metrics.md §1)', () => {
  const [from, to] = [at('2026-06-26T16:40'), at('2026-06-30T09:10')]
  expect(businessMinutes(from, to, calendar)).toBe(120)
  expect(addBusinessMinutes(from, 120, calendar)).toBe(to)
})

describe('the table', () => {
  it('has every row of the law, once', () => {
    const ids = `PET-GEN PET-INFO PET-CONS PET-TRAS PET-INC CON-RD CON-CONST GAR-REP GAR-CAM GAR-DIN RET-EJ RET-DEV RET-DEV-EC EC-PQR SPD-PQR SPD-SAP
      SPD-NOT SPD-REC SPD-SUI HD-CONS HD-RECL HD-INC HD-TRAS HD-LEY RNE CON-SEG FV-SERIO SST-FURAT SST-INV AMB-CONT`.split(/\s+/).map((id) => `CO-${id}`)
    expect(CO.terms.map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  it('is JSON and passes the contract as it would from outside', () => {
    const json = JSON.parse(JSON.stringify({ terms: CO.terms, calendar })) as { terms: unknown[]; calendar: unknown }
    expect(json.terms.map((row) => TermRuleShape.parse(row))).toEqual(CO.terms)
    expect(CalendarShape.parse(json.calendar)).toEqual(calendar)
  })

  it('computes nothing where the source gives no term', () => {
    const open = CO.terms.filter(({ amount }) => amount === null)
    expect(open.map(({ id }) => id)).toEqual(['CO-SPD-SUI', 'CO-CON-SEG', 'CO-FV-SERIO', 'CO-AMB-CONT'])
    for (const row of open) expect(computeTerm(row, at('2026-06-26T16:40'), calendar)).toMatchObject({ state: 'undefined', dueOn: null, dueAt: null, startsOn: null, counted: [], skipped: [] })
  })

  it('counts an accident of a Saturday from that Saturday: it is no filing that waits for Monday', () => expect(due(rule('CO-SST-FURAT'), '2026-06-20T00:00')).toBe('2026-06-23'))

  it('runs 72 hours from the expiry, nights and Sundays too', () =>
    expect(computeTerm(rule('CO-SPD-SAP'), at('2026-07-10T23:59:59'), calendar).dueAt).toBe('2026-07-13T23:59:59-05:00'))
})

describe('which rules bind a case', () => {
  const facts = (given: Partial<CaseFacts>): CaseFacts => ({ kind: 'request', subjects: [], flags: [], personalData: false, consumer: false, ...given })
  test.each<[string, Partial<CaseFacts>, string, string[]]>([
    ['a plain complaint of a company', { kind: 'complaint' }, '2026-07-01', ['CO-PET-GEN']],
    ['a request for documents', { subjects: ['documents'] }, '2026-07-01', ['CO-PET-INFO']],
    ['a consultation, of nobody but an authority', { subjects: ['consultation'] }, '2026-07-01', ['CO-PET-GEN']],
    ['a consultation of an authority', { subjects: ['consultation'], flags: ['authority'] }, '2026-07-01', ['CO-PET-CONS']],
    ["a consumer's claim", { kind: 'claim', consumer: true }, '2026-07-01', ['CO-CON-RD']],
    ["a consumer's claim by telephone on a warranty", { kind: 'claim', consumer: true, subjects: ['warranty-repair'], flags: ['oral'] }, '2026-07-01', ['CO-CON-RD', 'CO-CON-CONST', 'CO-GAR-REP']],
    ['a claim of a company that is no consumer', { kind: 'claim', subjects: ['product'] }, '2026-07-01', ['CO-PET-GEN']],
    ['personal data', { personalData: true }, '2026-07-01', ['CO-HD-CONS']],
    ['a consumer claim that is about data too', { kind: 'claim', consumer: true, personalData: true }, '2026-07-01', ['CO-CON-RD', 'CO-HD-RECL', 'CO-HD-LEY']],
    ['LP gas of a utility', { kind: 'claim', consumer: true, flags: ['es_ESP_GLP', 'lpg-user'] }, '2026-07-01', ['CO-SPD-PQR', 'CO-SPD-SUI']],
    ['LP gas of a firm that is no utility', { kind: 'claim', consumer: true, flags: ['lpg-user'] }, '2026-07-01', ['CO-CON-RD']],
    ['withdrawal bought on line', { consumer: true, subjects: ['withdrawal'], flags: ['electronic-commerce'] }, '2026-07-01', ['CO-CON-RD', 'CO-RET-EJ', 'CO-RET-DEV', 'CO-RET-DEV-EC', 'CO-EC-PQR']],
    ['the same before that law', { consumer: true, subjects: ['withdrawal'], flags: ['electronic-commerce'] }, '2024-12-18', ['CO-CON-RD', 'CO-RET-EJ', 'CO-RET-DEV', 'CO-EC-PQR']],
    ['an emergency, whose rule starts in parallel', { kind: 'complaint', flags: ['emergency'], subjects: ['work-accident'] }, '2026-07-01', ['CO-PET-GEN', 'CO-SST-FURAT', 'CO-SST-INV']],
    ['a compliment', { kind: 'compliment' }, '2026-07-01', []],
  ])('%s', (_, given, on, ids) => expect(chooseRules(CO, facts(given), on).rules).toEqual(ids))

  test('the steps taken are told', () => expect(chooseRules(CO, facts({ flags: ['emergency'] }), '2026-07-01').steps).toEqual(['emergency', 'petition', 'duties']))
})
