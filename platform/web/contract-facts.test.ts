import { expect, test } from 'vitest'
import { contractFacts } from './contract-facts.ts'

test('the browser gets doors, options, lists and limits of a contract, and no schema', async () => {
  const text = await contractFacts(new URL('../../modules/cases/contract.ts', import.meta.url).pathname)
  expect(text).toContain('export const RegisterCase = {"name":"RegisterCase","method":"POST","path":"/cases"}')
  expect(text).toContain('export const Kind = {"options":["request","complaint","claim","suggestion","compliment"]}')
  expect(text).toMatch(/export const MONEY_REMEDIES = \[/)
  expect(text).not.toContain('CaseRow')
  expect(await contractFacts(new URL('../../modules/cases/contract-lists.ts', import.meta.url).pathname)).toContain('export const MOST_IN_BULK = 200')
})
