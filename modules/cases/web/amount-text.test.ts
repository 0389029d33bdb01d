import { expect, test } from 'vitest'
import { amountText } from './amount-text.ts'

test.each([
  ['', null], ['abc', null], ['1.250.000', '1250000'], ['1,250,000.50', '1250000.50'], ['$ 90 000', '90000'], ['90,5', '90.5'], ['1250000', '1250000'], ['0045', '45'], ['1.250', '1250'],
])('%s is %s', (typed, asked) => expect(amountText(typed)).toBe(asked))
