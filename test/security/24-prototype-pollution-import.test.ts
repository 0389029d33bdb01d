import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { importCustomers, ImportFailed } from '#modules/customers/public.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'

// FreeScout's query parser let `__proto__` through (GHSA-w5fc-8pp3-f755): here it is the name of a column, and of a field of a map.
const ground = await aGround()
const base = await aCustomerBase(ground)
const folder = mkdtempSync(join(tmpdir(), 'acuse-proto-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a column called __proto__, constructor or toString is a column', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, '__proto__,constructor,toString\r\nC1,Gases,polluted\r\nC2,__proto__,hasOwnProperty\r\n')
  const map = JSON.parse('{"columns":{"code":"__proto__","name":"constructor","kind":"toString"}}')
  expect(await importCustomers(ground, base.actor, { path, map })).toMatchObject({ created: 0, refused: 2 })
  delete map.columns.kind
  expect(await importCustomers(ground, base.actor, { path, map: { columns: { ...map.columns, segment: 'toString' } } })).toMatchObject({ created: 2 })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})

test.each(['{"columns":{"code":"__proto__","name":"constructor","__proto__":{"polluted":1}}}', '{"columns":{"code":"__proto__","name":"constructor","constructor":"x"}}'])('a map with a field of that name is refused or means nothing: %s', async (map) => {
  const path = join(folder, 'b.csv')
  writeFileSync(path, '__proto__,constructor\r\nD1,Gases\r\n')
  await importCustomers(ground, base.actor, { path, map: JSON.parse(map), dryRun: true }).catch((error: unknown) => expect(error).toBeInstanceOf(ImportFailed))
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
