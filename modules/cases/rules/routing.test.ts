import { expect, test } from 'vitest'
import { areaOf, routeOf, type RoutedCase, type RoutingRule } from './routing.ts'

const theCase: RoutedCase = { kind: 'claim', causeId: 'leak', productId: null, branchId: 'BOG', customerId: null, severity: 'normal' }
const rule = (areaId: string | null, conditions: RoutingRule['conditions'] = {}): RoutingRule => ({ areaId, ownerId: null, conditions })
const rest = rule('service')

test.each<[RoutingRule[], string | null, string | null, string]>([
  [[rule('filling', { causeIds: ['leak'] }), rule('sales', { kinds: ['claim'] })], null, 'filling', 'the first that holds'],
  [[rest, rule('filling', { causeIds: ['leak'] })], null, 'filling', 'one that asks for nothing waits for the others, wherever it stands'],
  [[rest, rule('filling', { causeIds: ['late'] })], null, 'service', 'and takes what they do not'],
  [[rest], 'delivery', 'delivery', 'a cause that has an area is nobody else’s'],
  [[rule('filling', { causeIds: ['leak'] })], 'delivery', 'filling', 'a rule that asks for the cause knows better'],
  [[rule(null, { causeIds: ['leak'] })], 'delivery', 'delivery', 'one that names only an owner leaves the area to the cause'],
  [[rule('sales', { kinds: [], causeIds: [] })], 'delivery', 'delivery', 'an empty list asks for nothing'],
  [[], null, null, 'nothing decides'],
])('%#: %s', (rules, ofCause, area) => {
  expect(areaOf(routeOf(rules, theCase), { areaId: ofCause })).toBe(area)
})
