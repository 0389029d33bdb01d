import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { NotFound, Stale } from '#kernel/refusal.ts'
import { systemActor } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { refused, wrong } from '#test/case-desk.ts'
import { aGround } from '#test/harness.ts'
import { Kind } from '../contract.ts'
import { ListCases } from '../contract-lists.ts'
import { AddCause, AddProduct, AddTemplate } from '../contract-settings.ts'
import { unknownFields } from '../rules/template-fields.ts'
import { PROPOSED_LADDER } from '../rules/warning-ladder.ts'
import { classifyCase } from './classify-case.ts'
import { closeCase } from './close-case.ts'
import { correctCase } from './correct-case.ts'
import { addApprovalRule, changeApprovalRule, listApprovalRules } from './keep-approvals.ts'
import { addCause, changeCause, listCauses, listGaps } from './keep-causes.ts'
import { changeLadder, readLadder } from './keep-ladder.ts'
import { listCases } from './list-cases.ts'
import { readCase } from './read-case.ts'
import { addProduct, changeProduct, listProducts } from './keep-products.ts'
import { addRoutingRule, changeRoutingRule, listRoutingRules } from './keep-routing.ts'
import { addTemplate, changeTemplate, fillTemplate, listTemplates } from './keep-templates.ts'
import { defaultTargets, seedCases } from './seed.ts'

let company: Company
let head: Actor

beforeAll(async () => {
  company = await aCompany(await aGround(), { targets: defaultTargets() })
  head = await anActor(company, 'head', {}, 'Rosa Ortega')
  await doing(company, systemActor(company.organisationId), seedCases)
})

const as = <T>(body: (work: Work) => Promise<T>, actor = head) => doing(company, actor, body)
const causeOf = (facts: object) => AddCause.body!.parse({ name: 'Causa', ...facts })

describe('a new organisation', () => {
  test('begins with classes of causes, each with its first version, and templates in both languages', async () => {
    const { items } = await as(listCauses)
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['PRO', 'ENT', 'FAC', 'ATE', 'SEG', 'OTR']))
    const versions = await company.ground.db.asOwner((tx) => tx<{ n: number }>`select count(*) as n from cause_versions where organisation_id = ${company.organisationId}`)
    expect(versions[0]!.n).toBe(8)
    const templates = (await as(listTemplates)).items
    expect(templates.map(({ language }) => language).sort()).toEqual(['en', 'en', 'en', 'es', 'es', 'es'])
    expect(templates.flatMap(({ subject, body }) => unknownFields(subject + body))).toEqual([])
  })

  test.each(Kind.options)('has a term for a %s', async (kind) => {
    const { terms } = await aCase(company, head, { kind })
    expect(terms.filter(({ clock }) => clock === 'final-answer').length).toBeGreaterThan(0)
  })
})

describe('causes', () => {
  test('are added under one another and changed by versions that stay', async () => {
    const parent = await as((work) => addCause(work, causeOf({ code: 'CIL', name: 'Cilindro' })))
    const child = await as((work) => addCause(work, causeOf({ code: 'CIL.FUGA', name: 'Fuga', parentId: parent.id, severity: 'high', areaId: company.areas['ENT'] })))
    expect(child).toMatchObject({ version: 1, parentId: parent.id })
    const changed = await as((work) => changeCause(work, child.id, { name: 'Fuga en válvula' }, 1))
    expect(changed).toMatchObject({ version: 2, name: 'Fuga en válvula', severity: 'high', areaId: company.areas['ENT'] })
    const kept = await company.ground.db.asOwner((tx) => tx<{ name: string }>`select definition ->> 'name' as name from cause_versions where cause_id = ${child.id} order by version`)
    expect(kept.map(({ name }) => name)).toEqual(['Fuga', 'Fuga en válvula'])
    await expect(as((work) => changeCause(work, child.id, { name: 'Otra' }, 1))).rejects.toThrow(Stale)
    await expect(as((work) => changeCause(work, parent.id, { parentId: child.id }, null))).rejects.toEqual(refused('cause-under-itself'))
    await expect(as((work) => changeCause(work, parent.id, { code: 'PRO' }, null))).rejects.toEqual(refused('cause-code-taken'))
    await expect(as((work) => addCause(work, causeOf({ code: 'CIL' })))).rejects.toEqual(refused('cause-code-taken'))
    await expect(as((work) => addCause(work, causeOf({ code: 'X1', parentId: newId() })))).rejects.toEqual(wrong('parentId', 'cause-unknown'))
    await expect(as((work) => addCause(work, causeOf({ code: 'X1', areaId: newId() })))).rejects.toEqual(wrong('areaId', 'area-unknown'))
    await expect(as((work) => changeCause(work, newId(), { name: 'Otra' }, null))).rejects.toThrow(NotFound)
  })

  test('a cause switched off is offered no more, and known at once', async () => {
    const cause = await as((work) => addCause(work, causeOf({ code: 'VIEJA' })))
    await aCase(company, head, { causeId: cause.id })
    await as((work) => changeCause(work, cause.id, { active: false }, null))
    await expect(aCase(company, head, { causeId: cause.id })).rejects.toEqual(wrong('causeId', 'cause-inactive'))
  })

  test('a cause that needs a serial keeps nobody from registering, and its case from being closed without', async () => {
    const cause = await as((work) => addCause(work, causeOf({ code: 'SERIAL', serialRequired: true })))
    const { number } = await aCase(company, head, { causeId: cause.id })
    const closing = (work: Work) => closeCase(work, number, { causeId: cause.id, actionTaken: 'Se revisó.', remedy: 'explanation', told: { way: 'telephone', at: work.now } })
    await expect(as(closing)).rejects.toEqual(wrong('causeId', 'serial-needed'))
    await as((work) => correctCase(work, number, { serial: 'A-1', reason: 'Lo leyó el cliente.' }, null))
    await as(closing)
  })

  test('what has no procedure makes the list of gaps: causes, used or not, and cases', async () => {
    const used = await as((work) => addCause(work, causeOf({ code: 'GAP1', name: 'Devolución de envases', nameEn: 'Returned containers', procedureUndefined: true })))
    const unused = await as((work) => addCause(work, causeOf({ code: 'GAP2', name: 'Sin usar', procedureUndefined: true })))
    await aCase(company, head, { causeId: used.id })
    const last = await aCase(company, head, { causeId: used.id })
    const loose = await aCase(company, head, {})
    await as((work) => classifyCase(work, loose.number, { procedureUndefined: true, reason: '' }))
    const { items } = await as(listGaps)
    const listed = async (query: object) => (await as((work) => listCases(work, ListCases.query!.parse({ list: 'everything', ...query })))).items.map(({ number }) => number)
    expect(await listed({ causeId: used.id, without: 'procedure' })).toHaveLength(2)
    expect(await listed({ without: ['cause', 'procedure'] })).toEqual([loose.number])
    expect(items).toEqual([
      { causeId: used.id, name: 'Devolución de envases', cases: 2, lastAt: company.ground.now(), lastNumber: last.number },
      { causeId: null, name: '', cases: 1, lastAt: company.ground.now(), lastNumber: loose.number },
      { causeId: unused.id, name: 'Sin usar', cases: 0, lastAt: null, lastNumber: null },
    ])
    expect((await as(listGaps, { ...head, language: 'en' })).items[0]!.name).toBe('Returned containers')
  })
})

test('products are found by name or code, accents ignored', async () => {
  const asked = AddProduct.body!.parse({ code: 'ARG', name: 'Argón industrial' })
  await as((work) => addProduct(work, asked))
  expect((await as((work) => listProducts(work, { find: 'argon' }))).items).toMatchObject([{ code: 'ARG' }])
  expect((await as((work) => listProducts(work, { find: '%' }))).items).toEqual([])
  await expect(as((work) => addProduct(work, asked))).rejects.toEqual(refused('product-code-taken'))
})

test('a product is changed by the version that was read, and one out of use is chosen by nobody', async () => {
  const add = (code: string) => as((work) => addProduct(work, AddProduct.body!.parse({ code, name: 'Helio' })))
  const [product, other] = [await add('HEL'), await add('HEL-5')]
  const theCase = await aCase(company, head, { productId: product.id })
  const changed = await as((work) => changeProduct(work, product.id, { name: 'Helio globos', active: false }, product.version))
  expect(changed).toMatchObject({ code: 'HEL', name: 'Helio globos', active: false })
  await expect(as((work) => changeProduct(work, product.id, { name: 'x' }, product.version))).rejects.toThrow(Stale)
  await expect(as((work) => changeProduct(work, newId(), { name: 'x' }, null))).rejects.toThrow(NotFound)
  await expect(as((work) => changeProduct(work, product.id, { code: other.code }, null))).rejects.toEqual(refused('product-code-taken'))
  await expect(aCase(company, head, { productId: product.id })).rejects.toEqual(wrong('productId', 'product-unknown'))
  expect((await as((work) => readCase(work, theCase.number))).productId).toBe(product.id)
})

test('the first routing rule that fits sends a case, and its change is known at once', async () => {
  const facts = { position: 1, name: 'Reclamos a entregas', active: true, areaId: company.areas['ENT']!, ownerId: head.id, conditions: { kinds: ['claim' as const] } }
  const rule = await as((work) => addRoutingRule(work, facts))
  expect(await aCase(company, head, { kind: 'claim' })).toMatchObject({ area: { id: company.areas['ENT'] }, owner: { name: 'Rosa Ortega' } })
  await as((work) => changeRoutingRule(work, rule.id, { areaId: company.areas['GEC']! }, 1))
  expect(await aCase(company, head, { kind: 'claim' })).toMatchObject({ area: { id: company.areas['GEC'] } })
  await expect(as((work) => changeRoutingRule(work, rule.id, { name: 'x' }, 1))).rejects.toThrow(Stale)
  await expect(as((work) => changeRoutingRule(work, newId(), { name: 'x' }, null))).rejects.toThrow(NotFound)
  await expect(as((work) => addRoutingRule(work, { ...facts, ownerId: newId() }))).rejects.toEqual(wrong('ownerId', 'unknown'))
  await expect(as((work) => addRoutingRule(work, { ...facts, conditions: { causeIds: ['nada'] } }))).rejects.toEqual(wrong('conditions.causeIds', 'wrong-id'))
  // Written otherwise than the database writes it, it would fit no case.
  await expect(as((work) => addRoutingRule(work, { ...facts, conditions: { branchIds: [company.branches['BOG']!.toUpperCase()] } }))).rejects.toEqual(wrong('conditions.branchIds', 'wrong-id'))
  await as((work) => changeRoutingRule(work, rule.id, { active: false }, null))
  expect((await as(listRoutingRules)).items).toMatchObject([{ active: false, version: 3 }])
})

describe('templates', () => {
  const facts = (more: object = {}) => AddTemplate.body!.parse({ name: 'Corta', language: 'es', subject: 'Caso {{case.number}}', body: 'Señor(a) {{customer.name}}: vence el {{case.dueOn}}. {{person.name}}', ...more })

  test('are filled from the case; what is missing stays and is named', async () => {
    const template = await as((work) => addTemplate(work, facts()))
    const known = await aCase(company, head, { customer: { status: 'known', customerId: company.customers[0]!.id }, receivedAt: '2026-06-26T15:00:00.000Z' })
    const filled = await as((work) => fillTemplate(work, known.number, template.id))
    expect(filled).toMatchObject({ subject: `Caso ${known.number}`, missing: [], version: 1 })
    expect(filled.body).toMatch(/^Señor\(a\) Clínica del Norte: vence el .* de 2026\. Rosa Ortega$/)
    const anonymous = await aCase(company, head, {})
    const unfilled = await as((work) => fillTemplate(work, anonymous.number, template.id))
    expect(unfilled.missing).toEqual(['customer.name'])
    expect(unfilled.body).toContain('{{customer.name}}')
    await expect(as((work) => fillTemplate(work, known.number, newId()))).rejects.toEqual(wrong('templateId', 'template-unknown'))
    await expect(as((work) => fillTemplate(work, 'BOG-2026-999999', template.id))).rejects.toThrow(NotFound)
  })

  test('a field that there is not is refused when it is saved', async () => {
    await expect(as((work) => addTemplate(work, facts({ name: 'Mala', body: 'Hola {{cliente}}' })))).rejects.toEqual(wrong('body', 'placeholder-unknown'))
  })

  test('have one name a language, and versions', async () => {
    const one = await as((work) => addTemplate(work, facts({ name: 'Uno' })))
    await as((work) => addTemplate(work, facts({ name: 'Uno', language: 'en' })))
    const two = await as((work) => addTemplate(work, facts({ name: 'Dos', active: false })))
    expect(two.active).toBe(false)
    await expect(as((work) => addTemplate(work, facts({ name: 'Uno' })))).rejects.toEqual(refused('template-name-taken'))
    await expect(as((work) => changeTemplate(work, two.id, { name: 'Uno' }, null))).rejects.toEqual(refused('template-name-taken'))
    expect(await as((work) => changeTemplate(work, one.id, { subject: 'Otro' }, 1))).toMatchObject({ version: 2, subject: 'Otro', body: one.body })
    await expect(as((work) => changeTemplate(work, one.id, { subject: 'Otro' }, 1))).rejects.toThrow(Stale)
    await expect(as((work) => changeTemplate(work, newId(), { subject: 'Otro' }, null))).rejects.toThrow(NotFound)
  })
})

test('approval rules say a kind or an amount, and can be put out of use', async () => {
  await expect(as((work) => addApprovalRule(work, { kinds: [], amountAbove: null, active: true }))).rejects.toEqual(refused('rule-without-effect'))
  const rule = await as((work) => addApprovalRule(work, { kinds: ['claim'], amountAbove: null, active: true }))
  await as((work) => changeApprovalRule(work, rule.id, { active: false }, 1))
  expect((await as(listApprovalRules)).items).toEqual([{ id: rule.id, kinds: ['claim'], amountAbove: null, active: false, version: 2 }])
  await expect(as((work) => changeApprovalRule(work, rule.id, { active: true }, 1))).rejects.toThrow(Stale)
  await expect(as((work) => changeApprovalRule(work, rule.id, { kinds: [] }, null))).rejects.toEqual(refused('rule-without-effect'))
  await expect(as((work) => changeApprovalRule(work, newId(), { active: true }, null))).rejects.toThrow(NotFound)
})

test('the ladder of warnings is as proposed until it is changed', async () => {
  const { items: proposed, version } = await as(readLadder)
  expect(proposed).toEqual(PROPOSED_LADDER)
  const items = [{ to: 'owner' as const, when: 'due' as const, workingHours: 0 }]
  await as((work) => changeLadder(work, { items }, version))
  expect(await as(readLadder)).toEqual({ items, version: version + 1 })
  await expect(as((work) => changeLadder(work, { items: [] }, version))).rejects.toThrow(Stale)
})
