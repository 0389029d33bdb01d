import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentIon, cleanText, foldText, refuseText, shortTitle, similarity, trigramsOf, wordsOf } from './plain-text.ts'

test.each([
  ['Reclamación', 'reclamacion', 'accents'],
  ['MUÑOZ', 'munoz', 'ñ too'],
  ['Pingüino', 'pinguino', 'dieresis'],
  ['Straße Œuvre Łódź', 'strasse oeuvre lodz', 'letters of others'],
  ['ﬁn ２', 'fin 2', 'compatibility forms'],
  ['', '', 'nothing'],
])('%s folds to %s: %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('words are letters and digits, folded', () => {
  expect(wordsOf('¡La válvula N.º 45-A, goteó!')).toEqual(['la', 'valvula', 'n', 'o', '45', 'a', 'goteo'])
})

describe('similarity is pg_trgm’s', () => {
  // Values of PostgreSQL's similarity(), encoding UTF8, locale C.UTF-8.
  test.each([
    ['word', 'two words', 0.36363637],
    ['clinica del norte', 'clínica del norte', 0.71428573],
    ['Clinica del Norte', 'clinica norte', 0.7777778],
    ['cilindro', 'cilindros', 0.72727275],
    ['Muñoz', 'Munoz', 0.33333334],
    ['fuga de gas', 'gas con fuga', 0.5625],
    ['', 'a', 0],
    ['a', 'a', 1],
  ])('%s ~ %s is %d', (a, b, expected) => {
    expect(Math.fround(similarity(a, b))).toBe(Math.fround(expected))
  })
  test('trigrams of a word', () => {
    expect([...trigramsOf('gas')]).toEqual(['  g', ' ga', 'gas', 'as '])
  })
  test('is symmetric, within 0 and 1, and 1 of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a))
        expect(similarity(a, b)).toBeLessThanOrEqual(1)
        if (trigramsOf(a).size > 0) expect(similarity(a, a)).toBe(1)
      }),
    )
  })
})

test.each([
  ['reclamacion', 'reclamación', 'plain'],
  ['RECLAMACION por inversion', 'RECLAMACión por inversión', 'capitals'],
  ['conexion, atencion.', 'conexión, atención.', 'before punctuation'],
  ['reclamaciones funcionar', 'reclamaciones funcionar', 'only at the end of a word'],
  ['reclamación', 'reclamación', 'done already'],
  ['region', 'region', 'other endings have one stem either way'],
])('%s → %s: %s', (text, expected) => {
  expect(accentIon(text)).toBe(expected)
})

test.each<[string, string, string[], string]>([
  ['  hola\r\n\r\nmundo\r ', 'hola\n\nmundo', [], 'line ends'],
  ['a\u0000b', 'ab', ['control-character'], 'NUL'],
  ['a\ud83d b', 'a\ufffd b', ['half-character'], 'half an emoji'],
  ['cafe\u0301', 'café', [], 'composed'],
  ['👩‍🔧 ❤️ listo', '👩‍🔧 ❤️ listo', [], 'emoji with joiners'],
  ['שלום مرحبا \u200f', 'שלום مرحبا \u200f', [], 'right-to-left with marks'],
  ['factura\u202efdp.exe', 'facturafdp.exe', ['direction-override'], 'an override'],
  ['tab\there', 'tab\there', [], 'tabs stay'],
])('%j is kept as %j (%j): %s', (input, text, mended) => {
  expect(cleanText(input)).toEqual({ text, mended })
})

test('what was cleaned is never refused as unreadable, and cleaning twice changes nothing', () => {
  const any = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units))
  fc.assert(
    fc.property(any, (input) => {
      const { text } = cleanText(input)
      expect(refuseText(text, { max: 1000 })?.refusal).not.toBe('text-unreadable-character')
      expect(cleanText(text)).toEqual({ text, mended: [] })
    }),
    { numRuns: 1000 },
  )
})

test.each<[string, string | null, string]>([
  ['hola', null, 'a text'],
  ['   ', 'text-empty', 'blanks'],
  ['\u200b\u2060\ufe0f', 'text-empty', 'nothing to be seen'],
  ['x'.repeat(21), 'text-too-long', 'long'],
  ['a\u0000', 'text-unreadable-character', 'NUL'],
  ['\udc00', 'text-unreadable-character', 'half a character'],
  ['👩‍🔧', null, 'one emoji says something'],
])('%j → %s: %s', (text, refusal) => {
  expect(refuseText(text, { max: 20 })?.refusal ?? null).toBe(refusal)
})

test.each([
  ['Buenos días. El cilindro llegó con fuga en la válvula. Por favor cambiarlo.', 'El cilindro llegó con fuga en la válvula', 'the greeting is no title'],
  ['Cordial saludo,\n\nSolicito paz y salvo', 'Solicito paz y salvo', 'a greeting on a line of its own'],
  ['Muy buenos días, nos facturaron 8 cilindros y llegaron 6.', 'Nos facturaron 8 cilindros y llegaron 6', 'a greeting before the sentence'],
  ['Buenos días, espero que se encuentren bien. Necesito la factura', 'Necesito la factura', 'a courtesy'],
  ['Señores Servicio al Cliente\nNo me llega el pedido', 'No me llega el pedido', 'whom it is addressed to'],
  ['Señores no me ha llegado el pedido', 'Señores no me ha llegado el pedido', 'a sentence that begins so says something'],
  ['Mi nombre es Duvan Mantilla. El regulador falla', 'El regulador falla', 'who writes'],
  ['Les escribe Ximena Bedoya Torres de Torno y Soldadura. No llegó el pedido.', 'No llegó el pedido', 'who writes, and from where'],
  ['Escribo para reclamar por el cilindro. Está vacío', 'Escribo para reclamar por el cilindro', 'a sentence that begins so says something'],
  ['Hola', 'Hola', 'unless there is nothing else'],
  ['El Sr. Pérez de la Cra. 7 No. 12-34 no recibió el pedido. Gracias', 'El Sr. Pérez de la Cra. 7 No. 12-34 no recibió el pedido', 'abbreviations end nothing'],
  ['¿Dónde está mi pedido? Lo espero desde ayer', '¿Dónde está mi pedido?', 'a question keeps its mark'],
  ['Pesa 12.5 kg. Debe ser 15', 'Pesa 12.5 kg', 'a dot within a figure'],
  ['', '', 'nothing'],
  ['palabra '.repeat(30), `${Array.from({ length: 10 }).fill('palabra').join(' ')}…`, 'cut at a word'],
])('%s → %s: %s', (text, title) => {
  expect(shortTitle(text)).toBe(title)
})

test('a title is never longer than asked, never broken, never holds a line end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 10, max: 80 }), (text, max) => {
      const title = shortTitle(text, max)
      expect(title.length).toBeLessThanOrEqual(max)
      expect(title.isWellFormed()).toBe(true)
      expect(title).not.toContain('\n')
    }),
  )
})
