import { array, assert, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { STYLES } from './look.ts'
import { breakLines, cutLine, oneLine, widestWord, type Line } from './typeset.ts'

const textOf = ({ pieces }: Line) => pieces.map(({ text }) => text).join('')

test.each([
  ['a\u0301', 'á', 'phones send accents apart'],
  ['uno\r\ndos\rtres\u2028cuatro', 'uno\ndos\ntres\ncuatro', 'one kind of line end'],
  ['a\u0000b\u0007c\u001b[31m', 'abc[31m', 'control characters mean nothing on paper'],
  ['a\u202eb\u200bc\ufeff', 'abc', 'invisible ones hide words'],
  ['a\tb\u2003c', 'a b c', 'all spaces are one'],
  ['50\u202f%', '50\u00a0%', 'but a space that holds together holds'],
  ['BOG\u2011001', 'BOG-001', 'so does the hyphen, which we break at only in need'],
  ['\ud800', '\ufffd', 'half a character'],
])('%j is set as %j: %s', (text, expected) => {
  expect(cleanText(text)).toBe(expected)
})

describe('lines', () => {
  test('are never wider than they may be, and lose no word', () => {
    assert(
      property(array(string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { maxLength: 30 }), integer({ min: 40, max: 500 }), (words, width) => {
        const lines = breakLines(words.join(' '), STYLES.body, width)
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01)
        const kept = (text: string) => text.normalize('NFKC').replace(/[\s\u200d]+/g, '')
        expect(kept(lines.map(textOf).join(''))).toBe(kept(cleanText(words.join(' '))))
      }),
      { numRuns: 200 },
    )
  })

  test('break at line ends, keep empty ones, and keep spans without a space together', () => {
    expect(breakLines('a\n\nb', STYLES.body, 100).map(textOf)).toEqual(['a', '', 'b'])
    const [line] = breakLines([{ text: 'Total', strong: true }, { text: ': 5' }], STYLES.body, 100)
    expect(textOf(line!)).toBe('Total: 5')
  })

  test('a long address breaks after its signs', () => {
    const lines = breakLines('https://example.com/una/ruta/larga?con=parametros', STYLES.body, 150).map(textOf)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[-/.@?&=_,;:]$/)
  })

  test('an emoji of several characters takes one mark', () => {
    expect(oneLine('👨‍👩‍👧', STYLES.body).pieces).toHaveLength(1)
    expect(oneLine('🇨🇴', STYLES.body).pieces).toHaveLength(1)
  })

  test('one that is too wide is cut with …', () => {
    const cut = cutLine('Un título que no cabe en donde debe caber', STYLES.body, 80)
    expect(textOf(cut)).toMatch(/^Un título.*…$/)
    expect(cut.width).toBeLessThanOrEqual(80)
  })

  test('digits of a column have one width, whatever they are', () => {
    expect(widestWord('1111', STYLES.cell)).toBeCloseTo(widestWord('8888', STYLES.cell))
  })
})
