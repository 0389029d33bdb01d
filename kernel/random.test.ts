import { expect, test } from 'vitest'
import { Random, Weighted } from './random.ts'

test('the same seeds give the same numbers, for ever', () => {
  const random = new Random(7, 3)
  expect([random.below(1_000), random.below(1_000), random.below(1_000)]).toEqual((() => { const again = new Random(7, 3); return [again.below(1_000), again.below(1_000), again.below(1_000)] })())
})

test('neighbouring seeds give streams of their own', () => {
  const firsts = new Set(Array.from({ length: 100_000 }, (_, stream) => { const random = new Random(1, stream); return `${random.bits()}/${random.bits()}` }))
  expect(firsts.size).toBe(100_000)
})

test('draws are even, and weighted ones by their weights', () => {
  const random = new Random(2)
  const seen = [0, 0, 0, 0]
  const weighted = new Weighted([['rare', 1], ['usual', 9]] as const)
  let rare = 0
  for (let at = 0; at < 40_000; at++) {
    seen[random.below(4)]! += 1
    if (weighted.pick(random) === 'rare') rare += 1
  }
  for (const count of seen) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  expect(Math.abs(rare - 4_000)).toBeLessThan(250)
})
