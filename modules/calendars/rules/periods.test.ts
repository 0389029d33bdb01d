import { expect, test } from 'vitest'
import { faultOfPeriods } from '#kernel/periods.ts'
import { CalendarFactsShape } from '../contract.ts'

const FACTS = { holidays: [], specialDays: [] }
type Days = { from: string; to: string }[]

test.each<[Days, string | null, string]>([
  [[], null, 'a closed day'],
  [[{ from: '08:00', to: '12:00' }, { from: '14:00', to: '24:00' }], null, 'two, the last until the end of the day'],
  [[{ from: '14:00', to: '17:00' }, { from: '08:00', to: '14:00' }], null, 'in any order, one from where another ends'],
  [[{ from: '25:00', to: '17:30' }], 'clock-time', 'no such hour'],
  [[{ from: '8', to: '12:00' }], 'clock-time', 'half a time'],
  [[{ from: '12:00', to: '12:00' }], 'period-ends-before-it-begins', 'nothing between'],
  [[{ from: '08:00', to: '12:00' }, { from: '11:59', to: '13:00' }], 'periods-overlap', 'a minute twice'],
])('the periods %j: %s, %s', (periods, fault) => {
  expect(faultOfPeriods(periods)).toBe(fault)
  const week = [periods, [{ from: '08:00', to: '12:00' }], [], [], [], [], []]
  const { error } = CalendarFactsShape.safeParse({ ...FACTS, week })
  const told = (error?.issues ?? []).filter(({ path }) => path[0] === 'week').map(({ message }) => message)
  // What the screen says before it is sent is what the contract refuses.
  expect(fault === null ? told : told.includes(fault)).toEqual(fault === null ? [] : true)
})
