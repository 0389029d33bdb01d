import { expect, test } from 'vitest'
import { emptyFields, joinedTexts, sameText } from './draft-text.ts'

test('two drafts are the same by their words, not by their spaces', () => {
  expect(sameText({ body: 'Hola  doña\nAna ', fields: {} }, { body: 'Hola doña Ana', fields: { way: 'mail' } })).toBe(true)
  expect(sameText({ body: 'Hola', fields: {} }, { body: 'Hola doña Ana', fields: {} })).toBe(false)
})

test('joining loses neither and doubles neither', () => {
  expect(joinedTexts('Uno', 'Dos')).toBe('Uno\n\nDos')
  expect(joinedTexts('Uno y dos', 'dos')).toBe('Uno y dos')
  expect(joinedTexts('Uno', 'Uno\nmás dos')).toBe('Uno\nmás dos')
})

test('finds the fields that nobody filled', () => {
  expect(emptyFields('Serial {{case.serial}}, {{ x }}')).toEqual([{ name: 'case.serial', from: 7, to: 22 }, { name: 'x', from: 24, to: 31 }])
  expect(emptyFields('Nada { } {{}}')).toEqual([])
})

test('a pasted text full of braces and blanks holds the writer up no moment', () => {
  const before = performance.now()
  expect(emptyFields(`{{${' '.repeat(20_000)}`)).toEqual([])
  expect(performance.now() - before).toBeLessThan(500)
})
