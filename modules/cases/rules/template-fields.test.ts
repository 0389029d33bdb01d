import { expect, test } from 'vitest'
import { fillTemplate, TEMPLATE_FIELDS, unknownFields, type TemplateValues } from './template-fields.ts'

const values = Object.fromEntries(TEMPLATE_FIELDS.map((name) => [name, name === 'case.dueOn' ? '' : `<${name}>`])) as TemplateValues

test.each([
  ['{{customer.name}} y {{ case.number }}', '<customer.name> y <case.number>', [], 'with or without blanks'],
  ['Vence {{case.dueOn}}, sí, {{case.dueOn}}', 'Vence {{case.dueOn}}, sí, {{case.dueOn}}', ['case.dueOn'], 'what is missing stays, and is named once'],
  ['Sin campos; {no} es uno', 'Sin campos; {no} es uno', [], 'single braces are text'],
])('%s → %s (%j): %s', (text, filled, missing) => expect(fillTemplate(text, values)).toEqual({ text: filled, missing }))

test('a value that looks like a field is not filled again', () =>
  expect(fillTemplate('{{customer.name}}', { ...values, 'customer.name': '{{case.number}}' }).text).toBe('{{case.number}}'))

test('names that are no field are found', () => expect(unknownFields('{{customer.nombre}} {{case.number}} {{}} {{customer.nombre}}')).toEqual(['customer.nombre', '']))

test('braces that nobody closes before twenty thousand blanks hold nobody up', () => {
  const before = performance.now()
  expect(unknownFields(`{{${' '.repeat(20_000)}`)).toEqual([])
  expect(fillTemplate('{{ '.repeat(6_000), values).missing).toEqual([])
  expect(performance.now() - before).toBeLessThan(500)
})
