import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

// Chatwoot's custom filters (CVE-2025-21628); FreePBX's reports by order and sort (CVE-2026-44238, CVE-2026-28210): no string reaches SQL.
const { ground, app, company } = await aServedCompany()
const head = await anActor(company, 'head')
const agent = await anActor(company, 'agent', { branchId: company.branches['BOG']! })
const asAgent = await askingAs(app, agent)
const own = await aCase(company, head, { branch: 'BOG', description: 'Cilindro vacío' })
const hidden = await aCase(company, head, { branch: 'MED', description: 'Cilindro vacío de otra sucursal' })

const PIECES = [`'`, `"`, `\\`, `--`, `/*`, `*/`, `;`, `)`, `(`, ' or 1=1', ' union select null', '; drop table cases', '$1', '$$', '%', '_', '::text', '||', 'pg_sleep(9)', '\n', 'cases', `') or true --`, '@@', ':*', '&', '|', '!', '<->', 'á', '😀']
const hostile = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'grapheme' })), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('').slice(0, 190))
const FIELDS = ['list', 'sort', 'find', 'kind', 'channel', 'status', 'severity', 'waitingFor', 'branchId', 'areaId', 'ownerId', 'causeId', 'productId', 'customerId', 'groupId', 'receivedFrom', 'receivedTo', 'dueFrom', 'dueTo', 'cursor', 'limit', 'order', 'column'] as const

async function harmless(path: string): Promise<void> {
  const began = performance.now()
  const { statusCode, body } = await asAgent('GET', path)
  expect([path, statusCode < 500, body.includes(hidden.number)]).toEqual([path, true, false])
  expect(performance.now() - began).toBeLessThan(5_000)
}

test('whatever stands in any filter, order or cursor of the lists: refused, or looked for, and nothing of another branch', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...FIELDS), hostile, (field, value) => harmless(`/cases?${field}=${encodeURIComponent(value)}`)), { numRuns: 150 })
})

test('whatever is searched for, in cases, customers, products and staff', { timeout: 120_000 }, async () => {
  const doors = ['/search?find=', '/search?sort=best&find=', '/customers?find=', '/customers?telephone=', '/products?find=', '/staff?text=', '/cases?find=']
  await fc.assert(fc.asyncProperty(fc.constantFrom(...doors), hostile, (door, value) => harmless(door + encodeURIComponent(value))), { numRuns: 150 })
})

test('everything is still there, and what is one’s own is found', async () => {
  expect((await asAgent('GET', '/cases?list=everything')).json<{ items: { number: string }[] }>().items.map(({ number }) => number)).toEqual([own.number])
  const [row] = await ground.db.asOwner((tx) => tx<{ n: number }>`select count(*) as n from cases where organisation_id = ${company.organisationId}`)
  expect(row!.n).toBe(2)
})
