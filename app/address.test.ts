import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addressOf, keepAddress } from './address.ts'
import { readConfig } from './config.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'acuse-address-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const told = (environment: NodeJS.ProcessEnv, port?: number) => addressOf(readConfig({ dataDir, ...(port && { port }) }, environment)).href

test('a command’s links lead where the server of its data folder is, unless it is told another address', () => {
  expect(told({})).toBe('http://localhost:4000/')
  keepAddress(readConfig({ dataDir, port: 5410 }, {}))
  expect(told({})).toBe('http://localhost:5410/')
  keepAddress(readConfig({ dataDir, port: 5410 }, { ACUSE_PUBLIC_URL: 'https://acuse.example.com' }))
  expect(told({})).toBe('https://acuse.example.com/')
  expect(told({ ACUSE_PUBLIC_URL: 'https://otra.example.com' })).toBe('https://otra.example.com/')
  expect(told({ PORT: '5411' })).toBe('http://localhost:5411/')
  expect(told({}, 5412)).toBe('http://localhost:5412/')
  writeFileSync(join(dataDir, 'address'), 'half an addr')
  expect(told({})).toBe('http://localhost:4000/')
})

test('where it cannot be kept, that is told, and the server goes on', () => {
  const told: unknown[] = []
  keepAddress({ dataDir: join(dataDir, 'nowhere'), publicUrl: new URL('http://localhost:5410/') }, (error) => told.push(error))
  expect(told).toEqual([expect.objectContaining({ code: 'ENOENT' })])
})
