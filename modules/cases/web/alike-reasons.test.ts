import { expect, test } from 'vitest'
import { likenessOf, type Likened } from '../rules/duplicate.ts'
import { en } from '../en-alike.ts'
import { es } from '../es-alike.ts'
import { alikeReasons } from './alike-reasons.ts'

test.each([
  ['same-serial:CL-9F3A', 'mismo serial: CL-9F3A', false],
  ['similar-text:72', 'texto parecido en 72 %', false],
  ['near-in-time:0', 'del mismo día', false],
  ['near-in-time:1', 'con un día de diferencia', false],
  ['near-in-time:5', 'con 5 días de diferencia', false],
  ['different-customer', 'otro cliente', true],
])('%s is said «%s»', (code, text, against) => {
  expect(alikeReasons([code], es.reasons)).toEqual([{ text, against }])
})

test('every reason that the rule gives has its words, in both languages', () => {
  const one: Likened = { customerId: 'a', reachedBy: ['1'], serials: ['S1'], orderNumbers: ['O1'], causeId: 'c', text: 'la válvula del cilindro llegó con fuga grande', receivedAt: '2026-11-24T10:00:00Z' }
  const others: Likened[] = [one, { ...one, customerId: null, text: 'la válvula del cilindro llegó dañada y sin tapa' }, { ...one, customerId: 'b', serials: ['S2'], orderNumbers: ['O2'] }]
  const codes = new Set(others.flatMap((other) => likenessOf(one, other).reasons.map(({ code }) => code)))
  expect(codes.size).toBeGreaterThan(8)
  for (const { reasons } of [es, en]) expect(Object.keys(reasons)).toEqual(expect.arrayContaining([...codes]))
})
