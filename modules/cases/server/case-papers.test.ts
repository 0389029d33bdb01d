import { expect, test } from 'vitest'
import type { z } from 'zod'
import { aCase, casesNeeds } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import type { RegisterCase } from '../contract.ts'
import { acknowledgementPaper, letterPaper } from './case-papers.ts'

const { company, head, agent, as, answer } = await aCaseDesk()
const { id: customerId, name: clinic } = company.customers[0]!
const FACTS = ['Cliente', 'En nombre de', 'Quien lo contó']

type Asked = Partial<z.input<typeof RegisterCase.body & {}>>
async function paperOf(asked: Asked) {
  const { id } = await aCase(company, agent, asked)
  const { blocks } = await as(head, ({ tx }) => acknowledgementPaper(casesNeeds, tx, company.organisationId, id, { language: 'es', withLink: false }))
  const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])).filter(({ label }) => FACTS.includes(label)).map(({ label, value }) => [label, value])
  const signed = blocks.flatMap((block) => (block.kind === 'signatures' ? block.people.slice(1) : []))
  return { facts, signed }
}

test.each<[string, Asked, unknown[][], object]>([
  ['the customer, and apart from it whoever called', { customer: { status: 'known', customerId }, reporter: { name: 'Ramiro Salazar', relation: 'jefe de compras' } },
    [['Cliente', clinic], ['Quien lo contó', 'Ramiro Salazar, jefe de compras']], { name: 'Ramiro Salazar, jefe de compras', role: 'Por el cliente', detail: clinic }],
  ['the customer alone, where nobody else is named', { customer: { status: 'known', customerId } }, [['Cliente', clinic]], { name: clinic, role: 'Cliente' }],
  ['for whom one speaks', { customer: { status: 'third-party', onBehalfOf: 'Ana Ruiz' }, reporter: { name: 'Luz Ruiz', relation: 'hija' } },
    [['Cliente', 'Ana Ruiz'], ['Quien lo contó', 'Luz Ruiz, hija']], { name: 'Luz Ruiz, hija', role: 'Por el cliente', detail: 'Ana Ruiz' }],
  ['and of which customer they are', { customer: { status: 'third-party', onBehalfOf: 'Ana Ruiz', customerId }, reporter: { name: 'Luz Ruiz' } },
    [['Cliente', clinic], ['En nombre de', 'Ana Ruiz'], ['Quien lo contó', 'Luz Ruiz']], { name: 'Luz Ruiz', role: 'Por el cliente', detail: clinic }],
  ['whoever called, of whom no more is known', { reporter: { name: 'Luz Ruiz' } }, [['Cliente', 'Luz Ruiz']], { name: 'Luz Ruiz', role: 'Cliente' }],
  ['nobody who says so', {}, [['Cliente', 'Sin identificar']], { name: ' ', role: 'Cliente' }],
])('the acknowledgement names %s', async (_whom, asked, facts, signed) => expect(await paperOf(asked)).toEqual({ facts, signed: [signed] }))

test('of an acknowledgement the rule is read first, and how its days were counted below', async () => {
  const { id } = await aCase(company, agent, {})
  const { title, blocks } = await as(head, ({ tx }) => acknowledgementPaper(casesNeeds, tx, company.organisationId, id, { language: 'es', withLink: false }))
  const at = blocks.findIndex(({ kind }) => kind === 'notice')
  expect(blocks.slice(at, at + 2)).toEqual([expect.objectContaining({ text: expect.stringContaining('Fuente:') }), expect.objectContaining({ tone: 'small', text: expect.stringContaining('Vence el') })])
  expect(blocks.filter((block) => block.kind === 'heading' && title.startsWith(block.text))).toEqual([])
})

test('whoever signs a letter in their own words signs it once', async () => {
  const { id, number } = await aCase(company, agent, { customer: { status: 'known', customerId } })
  const signedBy = async (body: string) => {
    const { answerId } = await answer(number, { way: 'letter', body })
    const { blocks } = await as(head, ({ tx }) => letterPaper(casesNeeds, tx, company.organisationId, id, answerId, { language: 'es', withLink: false }))
    return { people: blocks.flatMap((block) => (block.kind === 'signatures' ? block.people : [])), last: blocks.findLast(({ kind }) => kind === 'paragraph') }
  }
  expect(await signedBy(`Se repuso.\n\nCordialmente,\n\n${agent.name}\nAgente de servicio\nBogotá`))
    .toEqual({ people: [{ name: agent.name, role: 'Agente de servicio', detail: 'Bogotá' }], last: { kind: 'paragraph', text: 'Cordialmente,' } })
  expect(await signedBy('Se repuso.')).toEqual({ people: [{ name: agent.name, role: 'Servicio al cliente', detail: expect.any(String) }], last: { kind: 'paragraph', text: 'Se repuso.' } })
})

test('a letter goes to the customer, for the attention of whoever told it', async () => {
  const { id, number } = await aCase(company, agent, { customer: { status: 'known', customerId }, reporter: { name: 'Ramiro Salazar' } })
  const { answerId } = await answer(number, { way: 'letter' })
  const { blocks } = await as(head, ({ tx }) => letterPaper(casesNeeds, tx, company.organisationId, id, answerId, { language: 'es', withLink: false }))
  const [first] = blocks
  expect(first?.kind === 'columns' && first.left.slice(0, 2)).toEqual([{ kind: 'paragraph', text: clinic }, { kind: 'paragraph', text: 'Atención: Ramiro Salazar' }])
})
