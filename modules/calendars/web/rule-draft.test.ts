import { expect, test } from 'vitest'
import { CO } from '../packs/CO.ts'
import { XX } from '../packs/XX.ts'
import { RuleFactsShape } from '../contract.ts'
import { draftOf, factsOf, NO_CONDITION } from './rule-draft.ts'

test.each([...CO.terms, ...XX.terms].map((rule) => [rule.id, rule] as const))('%s comes out of the form as it went in', (_, rule) => {
  const { id: _id, version: _version, ...facts } = rule
  expect(factsOf(draftOf(rule))).toEqual(JSON.parse(JSON.stringify(facts)))
})

test('what is no figure is refused by its field, never taken for an undefined term', () => {
  const rule = CO.terms.find(({ extension, suspension }) => extension !== null && suspension !== null)!
  const refused = (some: Partial<ReturnType<typeof draftOf>>) => RuleFactsShape.safeParse(factsOf({ ...draftOf(rule), ...some })).error?.issues.map(({ path }) => path.join('.'))
  expect(refused({ amount: 'diez' })).toContain('amount')
  expect(refused({ extends: 'figure', most: '' })).toContain('extension.max')
  expect(refused({ times: '' })).toContain('extension.times')
  expect(refused({ amount: '' })).toBeUndefined()
  expect(factsOf({ ...draftOf(rule), amount: '7,5' }).amount).toBe(7.5)
})

test('a condition that says nothing binds nothing of its own', () => {
  expect(factsOf({ ...draftOf(CO.terms[0]!), applies: [NO_CONDITION, { ...NO_CONDITION, subjects: ' a, b ,', consumer: 'no' }] }).applies).toEqual([{ subjects: ['a', 'b'], consumer: false }])
})
