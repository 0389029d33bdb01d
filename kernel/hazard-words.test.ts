import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findHazardWords, HAZARD_WORDS } from './hazard-words.ts'

const kinds = (text: string) => findHazardWords(text).map(({ kind }) => kind)

test.each<[string, string[], string]>([
  ['Hay una fuga en el cilindro', ['leak'], 'the word'],
  ['FUGAS DE GAS', ['leak'], 'capitals, plural'],
  ['hay una fgua', ['leak'], 'letters swapped'],
  ['olor muy fuerte a gas en la cocina', ['leak'], 'a phrase with words between'],
  ['huele mucho a gaz', ['leak'], 'a phrase misspelt'],
  ['hubo una explocion', ['explosion'], 'a letter wrong'],
  ['explosión', ['explosion'], 'accent'],
  ['se insendió la bodega', ['fire'], 'a letter wrong, accent'],
  ['sufrió quemaduras y se desmayó', ['burn', 'poisoning'], 'two'],
  ['el paciente está sin oxigeno', ['no-oxygen'], 'a patient'],
  ['intoxicacion por monóxido', ['poisoning', 'poisoning'], 'two words of one kind'],
  ['there is a gas leak and smoke', ['leak', 'fire'], 'English'],
  ['no hay fuga', ['leak'], 'no grammar: a person judges'],
  ['luego jugamos un juego', [], 'near words of everyday'],
  ['me llama mañana por la factura', [], 'llama is a call too'],
  ['la estación de gas está cerca', [], 'gas alone is the business'],
  ['un momento fugaz', [], 'another word'],
  ['', [], 'nothing'],
])('%s → %j: %s', (text, expected) => {
  expect(kinds(text)).toEqual(expected)
})

test('says what was found and where', () => {
  const text = '¡Auxilio! Olor fuerte a GAS'
  expect(findHazardWords(text)).toEqual([{ kind: 'leak', phrase: 'olor gas', found: 'Olor fuerte a GAS', from: 10, to: 27, typo: false }])
})

test('an organisation’s own words', () => {
  expect(findHazardWords('se volcó el camión', [{ phrase: 'volc*', kind: 'injury' }])).toMatchObject([{ found: 'volcó' }])
})

test('any word of the list of five letters or more is found with one letter swapped, doubled or left out', () => {
  const words = HAZARD_WORDS.filter(({ phrase, exact }) => !exact && !phrase.includes(' ')).map(({ phrase }) => phrase.replace('*', '')).filter((word) => word.length >= 5)
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.integer({ min: 1, max: 20 }), fc.constantFrom('swap', 'double', 'drop'), (word, place, how) => {
      const at = 1 + (place % (word.length - 2))
      const typed = { swap: word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2), double: word.slice(0, at) + word.slice(at - 1), drop: word.slice(0, at) + word.slice(at + 1) }[how]
      expect([typed, findHazardWords(`hola ${typed} gracias`).length]).not.toEqual([typed, 0])
    }),
  )
})
