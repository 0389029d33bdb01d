import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Example, predict, suggest, train } from './text-classifier.ts'
import { readTextModel, writeTextModel } from './text-model-file.ts'

const CAUSES: Record<string, string[]> = {
  leak: ['fuga en la válvula', 'huele a gas', 'el cilindro pierde gas por la válvula', 'gotea la válvula'],
  delivery: ['no llegó el pedido', 'el camión no pasó', 'entrega incompleta', 'llegó tarde el despacho'],
  invoice: ['factura mal liquidada', 'cobro doble en la factura', 'la nota crédito no aparece', 'valor errado del cobro'],
}
const OPENINGS = ['Buenos días,', 'Señores:', 'Reclamo porque', 'Cordial saludo,', 'Por favor revisar:']
const examples: Example[] = Object.entries(CAUSES).flatMap(([label, texts]) => texts.flatMap((text) => OPENINGS.map((opening) => ({ text: `${opening} ${text}`, label }))))
const model = train(examples)

test.each([
  ['hay una fuga en la valvula del cilindro', 'leak', 'without accents'],
  ['FUGA EN LA VÁLVULA', 'leak', 'capitals'],
  ['el pedio no llego', 'delivery', 'typing errors'],
  ['me facturaron doble, revisar factura', 'invoice', 'another form of the word'],
])('%s is a matter of %s: %s', (text, label) => {
  expect(predict(model, text)[0]?.label).toBe(label)
})

test('the reasons are words of the text, as typed, the heaviest first', () => {
  expect(predict(model, 'Buenos días, la FACTURA está mal')[0]).toMatchObject({ label: 'invoice', reasons: expect.arrayContaining(['FACTURA']) as string[] })
  expect(predict(model, 'Buenos días, la FACTURA está mal')[0]?.reasons[0]).toBe('FACTURA')
})

test('of what was never seen nothing is said', () => {
  expect(predict(model, 'xyzzy')).toEqual([])
  expect(predict(model, '')).toEqual([])
  expect(suggest(model, '¿a qué hora abren?')).toBeNull()
  expect(predict(train([]), 'fuga')).toEqual([])
})

test('one label only: there is nothing to choose, and it does not break', () => {
  expect(predict(train([{ text: 'fuga', label: 'a' }, { text: 'fuga', label: 'a' }]), 'fuga')[0]).toMatchObject({ label: 'a', probability: 1 })
})

test('the same seed gives the same model, another seed another', () => {
  expect(train(examples)).toEqual(model)
  expect(train(examples, { seed: 2 }).weights).not.toEqual(model.weights)
})

test('a model says how its trial went', () => {
  expect(model.trial?.texts).toBe(10)
  expect(model.trial?.accuracy).toBeGreaterThan(0.6)
  expect(train(examples.slice(0, 20)).trial).toBeNull()
})

test('weights keep within the bytes given: the rarest features go', () => {
  const small = train(examples, { mostBytes: 1200 })
  expect(small.weights.byteLength).toBeLessThanOrEqual(1200)
  expect(small.hashes).toEqual(small.hashes.toSorted())
})

test('as bytes and back it predicts the same, wherever in a buffer it lies', () => {
  const bytes = writeTextModel(model)
  const shifted = new Uint8Array(bytes.length + 1)
  shifted.set(bytes, 1)
  const back = readTextModel(shifted.subarray(1))
  expect(back).toEqual(model)
})

test('other bytes are no model', () => {
  expect(readTextModel(new Uint8Array())).toBeNull()
  expect(readTextModel(writeTextModel(model).slice(0, -4))).toBeNull()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => readTextModel(bytes) === null))
})

test('probabilities are probabilities, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('fuga', 'gas', 'factura', 'pedido', '🔥'), { maxLength: 50 }).map((words) => words.join(' '))), (text) => {
      const all = predict(model, text, { most: 3 })
      if (all.length > 0) expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 4)
      for (const { reasons } of all) for (const word of reasons) expect(text).toContain(word)
    }),
  )
})
