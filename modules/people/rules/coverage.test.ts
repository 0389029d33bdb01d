import { expect, test } from 'vitest'
import { responsibleOn, uncovered, type Away, type Responsibility } from './coverage.ts'

const titular: Responsibility = { personId: 'ana', substitute: false, fromOn: '2026-01-01', untilOn: null }
const substitute: Responsibility = { personId: 'beto', substitute: true, fromOn: '2026-01-01', untilOn: null }
const away = (personId: string, fromOn: string, untilOn: string, substituteId: string | null = null): Away => ({ personId, fromOn, untilOn, substituteId })

test.each<[string, Responsibility[], Away[], string | null, string]>([
  ['2026-07-22', [titular, substitute], [], 'ana', 'the titular answers'],
  ['2026-07-22', [substitute, titular], [], 'ana', 'whatever the order of the rows'],
  ['2025-12-31', [titular, substitute], [], null, 'nobody answers before they begin'],
  ['2026-07-22', [titular, substitute], [away('ana', '2026-07-20', '2026-07-22')], 'beto', 'on the last day of the absence the substitute still does'],
  ['2026-07-23', [titular, substitute], [away('ana', '2026-07-20', '2026-07-22')], 'ana', 'the day after, the titular is back'],
  ['2026-07-22', [titular, substitute], [away('ana', '2026-07-20', '2026-07-24', 'carla')], 'carla', 'whoever the absence names comes first'],
  ['2026-07-22', [titular, substitute], [away('ana', '2026-07-20', '2026-07-24', 'carla'), away('carla', '2026-07-22', '2026-07-22')], 'beto', 'unless they are away too'],
  ['2026-07-22', [titular, substitute], [away('ana', '2026-07-20', '2026-07-24'), away('beto', '2026-07-22', '2026-07-22')], null, 'both away: uncovered'],
  ['2026-07-22', [substitute], [], 'beto', 'a branch between titulars has its substitute'],
])('on %s %# %s', (day, responsibilities, absences, expected) => {
  expect(responsibleOn(day, responsibilities, absences)).toBe(expected)
})

test('the days without anybody are told as stretches', () => {
  const days = ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24']
  expect(uncovered(days, [titular], [away('ana', '2026-07-20', '2026-07-21'), away('ana', '2026-07-24', '2026-07-30')])).toEqual([
    { fromOn: '2026-07-20', untilOn: '2026-07-21' },
    { fromOn: '2026-07-24', untilOn: '2026-07-24' },
  ])
  expect(uncovered(days, [], [])).toEqual([{ fromOn: '2026-07-20', untilOn: '2026-07-24' }])
})
