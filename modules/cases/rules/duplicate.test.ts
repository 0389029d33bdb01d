import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeCases, likenessOf, type Likened, textLikeness, WARN_FROM, WINDOW_DAYS } from './duplicate.ts'

const aCase = (some: Partial<Likened> = {}): Likened => ({ customerId: null, reachedBy: [], serials: [], orderNumbers: [], causeId: null, text: '', receivedAt: '2026-06-26T21:40:00.000Z', ...some })
const LEAK = 'El cilindro de oxígeno llegó con fuga en la válvula y no sirve'

test.each<[Partial<Likened>, Partial<Likened>, boolean, string]>([
  [{ customerId: 'c1', serials: ['CR-4410'] }, { customerId: 'c1', serials: ['cr 4410'] }, true, 'same customer, same cylinder in another writing'],
  [{ customerId: 'c1', text: LEAK }, { customerId: 'c1', text: 'cilindro oxigeno con fuga en valvula' }, true, 'same customer, told again in fewer words'],
  [{ customerId: 'c1', text: LEAK }, { customerId: 'c1', text: 'La factura de junio tiene un cobro doble' }, false, 'same customer, another matter'],
  [{ customerId: 'c1' }, { customerId: 'c1' }, false, 'same customer alone'],
  [{ text: LEAK }, { text: LEAK }, true, 'the very same text, nobody known'],
  [{ customerId: 'c1', text: LEAK }, { customerId: 'c2', text: LEAK }, false, 'two customers with one standard text'],
  [{ customerId: 'c1', serials: ['A1'], text: LEAK }, { customerId: 'c1', serials: ['B2'], text: LEAK }, false, 'two cylinders are two claims'],
  [{ orderNumbers: ['P-100'], reachedBy: ['+573001234567'] }, { orderNumbers: ['P-100'], reachedBy: ['+573001234567'] }, true, 'an order and a telephone'],
  [{ customerId: 'c1', serials: ['A1'] }, { customerId: 'c1', serials: ['A1'], receivedAt: '2026-01-10T12:00:00.000Z' }, false, 'half a year apart is a recurrence'],
  [{}, {}, false, 'nothing known'],
])('%j and %j: warn %s, %s', (a, b, warns) => {
  expect(likenessOf(aCase(a), aCase(b)).score >= WARN_FROM).toBe(warns)
})

test('says why, the heaviest first, what is against last', () => {
  const { reasons } = likenessOf(
    aCase({ customerId: 'c1', serials: ['A1'], orderNumbers: ['P1'], causeId: 'leak', text: LEAK }),
    aCase({ customerId: 'c1', serials: ['a-1'], orderNumbers: ['P2'], causeId: 'leak', text: LEAK, receivedAt: '2026-06-24T10:00:00.000Z' }),
  )
  expect(reasons).toEqual([
    { code: 'same-text' },
    { code: 'same-serial', numbers: ['A1'] },
    { code: 'same-customer' },
    { code: 'same-cause' },
    { code: 'near-in-time', days: 2 },
    { code: 'different-order' },
  ])
})

test('the further apart in time, the less alike', () => {
  const at = (day: string) => likenessOf(aCase({ customerId: 'c', text: LEAK }), aCase({ customerId: 'c', text: LEAK, receivedAt: `2026-${day}T21:40:00.000Z` })).score
  expect(at('06-26')).toBeGreaterThan(at('06-10'))
  expect(at('06-10')).toBeGreaterThan(at('05-01'))
  expect(at('04-01')).toBe(0)
})

test('the likeliest of many comes first, the others stay away', () => {
  const others = [aCase({ customerId: 'c1', text: 'otra cosa' }), aCase({ customerId: 'c1', text: 'fuga en la válvula del cilindro' }), aCase({ customerId: 'c1', serials: ['A1'], text: LEAK })]
  const warned = likeCases(aCase({ customerId: 'c1', serials: ['A1'], text: LEAK }), others)
  expect(warned.map(({ other }) => others.indexOf(other))[0]).toBe(2)
  expect(warned.map(({ other }) => others.indexOf(other))).not.toContain(0)
})

test.each([
  ['El pedido no llegó', 'el pedido no llego', 1, 'accents'],
  ['Buenos días, gracias', 'Buenos días, por favor', 0, 'courtesy is no likeness'],
  ['', LEAK, 0, 'nothing typed yet'],
])('%s ~ %s is %d: %s', (a, b, likeness) => {
  expect(textLikeness(a, b)).toBeCloseTo(likeness, 5)
})

test('likeness is the same from both sides, between 0 and 1', () => {
  const some = fc.record({
    customerId: fc.constantFrom(null, 'c1', 'c2'),
    reachedBy: fc.subarray(['+573001234567', 'a@b.co']),
    serials: fc.subarray(['A1', 'B2']),
    orderNumbers: fc.subarray(['P1', 'P2']),
    causeId: fc.constantFrom(null, 'leak', 'invoice'),
    text: fc.array(fc.constantFrom('fuga', 'válvula', 'cilindro', 'factura', 'la', 'no'), { maxLength: 12 }).map((words) => words.join(' ')),
    receivedAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }).map((at) => at.toISOString()),
  })
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [there, back] = [likenessOf(a, b), likenessOf(b, a)]
      expect(there.score).toBeCloseTo(back.score, 10)
      expect(there.score).toBeGreaterThanOrEqual(0)
      expect(there.score).toBeLessThanOrEqual(1)
      if (Math.abs(Date.parse(a.receivedAt) - Date.parse(b.receivedAt)) > WINDOW_DAYS * 86_400_000) expect(there.score).toBe(0)
    }),
  )
})
