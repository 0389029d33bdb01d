import { expect, test } from 'vitest'
import { killRepeatedly } from './kill.ts'

// Promise 9. Apart, fifty times: node test/faults/kill.ts --times 50
test('killed five times under load, the program or its database: nothing acknowledged is lost, doubled or half done, no number is missing, and each mail leaves once', { timeout: 180_000 }, async () => {
  const report = await killRepeatedly(5)
  expect(report.broken).toEqual([])
  expect(report).toMatchObject({ kills: { program: 3, database: 2 } })
  expect(report.acknowledged).toBeGreaterThan(20)
  expect(Object.entries(report.acts).filter(([, times]) => times === 0)).toEqual([])
})
