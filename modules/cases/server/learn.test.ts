import { expect, test } from 'vitest'
import { learnAll } from './learn.ts'

test('what was learnt of one question is told before the next is begun', () => {
  const asked: string[] = []
  const closed = Array.from({ length: 60 }, (_, i) => ({
    text: i % 2 ? 'llegó tarde el cilindro' : 'cobro doble en la factura',
    get kind() { return asked.push('kind'), i % 2 ? 'complaint' : 'claim' },
    get cause() { return asked.push('cause'), i % 2 ? 'late' : 'bill' },
    area: null,
  }))
  const learning = learnAll(closed)
  expect(learning.next().value).toMatchObject({ question: 'kind', examples: 60 })
  expect(asked).not.toContain('cause')
  expect(learning.next().value).toMatchObject({ question: 'cause', examples: 60 })
  expect(learning.next().done).toBe(true)
})
