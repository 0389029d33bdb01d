import { expect, test } from 'vitest'
import { asksAgain, asksAgainAfter } from './ask-again.ts'
import { ProblemError } from './data.ts'

const refused = (status: number) => new ProblemError(status, {})

test.each<[string, Error, number]>([
  ['what a rule refused', refused(409), 0],
  ['what is not there', refused(404), 0],
  ['what failed', refused(500), 1],
  ['what did not arrive', new Error('network'), 1],
  ['what came when there was too much to do', refused(503), 2],
])('%s is asked again so often and no more', (_, error, most) => {
  expect([0, 1, 2, 3].filter((times) => asksAgain(times, error))).toHaveLength(most)
})

test('refused together, screens come again apart', () => {
  expect([0, 0.5, 1].map((random) => asksAgainAfter(0, refused(503), () => random))).toEqual([2000, 4000, 6000])
  expect(asksAgainAfter(0, refused(500))).toBe(1000)
})
