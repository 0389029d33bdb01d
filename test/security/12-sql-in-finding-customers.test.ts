import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ListCustomers } from '#modules/customers/contract.ts'
import { BadInput } from '#kernel/refusal.ts'
import { findCustomers } from '#modules/customers/public.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'

// Chatwoot's filters and FreePBX's sort columns reached SQL as text (CVE-2025-21628, CVE-2026-44238).
const ground = await aGround()
const base = await aCustomerBase(ground)
const other = await aCustomerBase(ground)
await base.add({ name: 'Nuestra Ferretería', telephones: [{ text: '300 123 4567' }] })
await other.add({ name: 'Ajena Ferretería', telephones: [{ text: '300 765 4321' }], emails: [{ address: 'ajena@otra.co' }] })

const piece = fc.constantFrom("'", '"', ';', '--', '/*', '*/', '%', '_', '\\', '$$', '$1', ' or ', ' union select ', ' & ', ' | ', '!', ':*', '<->', '(', ')', '\u0000', '@', 'ferr', '300', '\ud800', '🙂', 'ajena', '%s', '\u202e', 'ß', 'İ')

test('whatever is typed finds only ours, and nothing breaks', async () => {
  await fc.assert(fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
    const found = await base.find(pieces.join('').slice(0, 200))
    expect(found.every(({ name }) => name === 'Nuestra Ferretería')).toBe(true)
  }), { numRuns: 300 })
})

test('filters and cursors are values, never text of a statement', async () => {
  for (const hostile of ["x' or '1'='1", '__proto__', '{"$gt":""}', btoa(JSON.stringify(["'; drop table customers; --", 'x'])), btoa(JSON.stringify([{}, {}]))]) {
    const read = ListCustomers.query!.safeParse({ segment: hostile.slice(0, 60) })
    if (read.success) expect((await base.work((work) => findCustomers(work, read.data))).items).toEqual([])
    expect(ListCustomers.query!.safeParse({ branchId: hostile }).success).toBe(false)
    expect(ListCustomers.query!.safeParse({ active: hostile }).success).toBe(false)
    const paged = ListCustomers.query!.parse({ cursor: hostile })
    await expect(base.work((work) => findCustomers(work, paged))).rejects.toThrow(BadInput)
  }
})
