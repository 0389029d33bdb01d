import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const LAYERS = ['kernel', 'platform', 'modules', 'app', 'test']
const MODULES = [
  'people', 'calendars', 'customers', 'catalogue', 'documents', 'contacts', 'cases', 'cylinders', 'orders', 'emergencies', 'channels', 'calls', 'outreach', 'surveys',
  'suppliers', 'improvement', 'indicators', 'process',
]
const PARTS = ['contract', 'rules', 'half']

const files = ['kernel', 'platform', 'modules', 'app'].flatMap((folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|tsx)$/.test(file) && !/\.test\.|\.d\.ts$/.test(file)).map((file) => join(folder, file))
    : [],
)

type Import = { from: string; to: string }
const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(ROOT, from), 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\n[^'"]*?)?from '([^']+)'|import\('([^']+)'\)/g)]
    .map((match) => match[1] ?? match[2]!)
    .filter((target) => target.startsWith('#') || target.startsWith('.'))
    .map((target) => ({ from, to: target.startsWith('#') ? target.slice(1) : relative(ROOT, join(ROOT, from, '..', target)) })),
)

const layerOf = (path: string) => LAYERS.indexOf(path.split('/')[0]!)
const moduleOf = (path: string) => (path.startsWith('modules/') ? path.split('/')[1]! : null)
const halfOf = (path: string) => path.match(/^(?:modules\/[^/]+|platform)\/(server|web)\//)?.[1] ?? null

/** Within a module: contract ← rules ← (server | web). */
function partOf(path: string): number {
  const rest = path.split('/').slice(2).join('/')
  if (/^(contract|es|en|packs\/)/.test(rest)) return PARTS.indexOf('contract')
  return rest.startsWith('rules/') ? PARTS.indexOf('rules') : PARTS.indexOf('half')
}

const broken = (rule: (one: Import) => boolean) => imports.filter(rule).map(({ from, to }) => `${from} → ${to}`)

test('imports go one way: kernel ← platform ← modules ← app', () => {
  expect(imports.length).toBeGreaterThan(100)
  expect(broken(({ from, to }) => layerOf(to) > layerOf(from))).toEqual([])
})

test('a module calls earlier modules only, by their contract, rules, public verbs or shown components', () => {
  const door = /^modules\/[^/]+\/(contract[\w-]*\.ts|public\.ts|es\.ts|en\.ts|rules\/|packs\/|web\/)/
  expect(broken(({ from, to }) => moduleOf(from) !== null && moduleOf(to) !== null && moduleOf(from) !== moduleOf(to) && (MODULES.indexOf(moduleOf(to)!) >= MODULES.indexOf(moduleOf(from)!) || !door.test(to)))).toEqual([])
})

test('every module is one of the order', () => {
  expect([...new Set(files.map(moduleOf).filter((name) => name !== null))].filter((name) => !MODULES.includes(name))).toEqual([])
})

test('server and web never meet', () => {
  expect(broken(({ from, to }) => halfOf(from) !== null && halfOf(to) !== null && halfOf(from) !== halfOf(to))).toEqual([])
})

test('inside a module: contract ← rules ← server or web', () => {
  expect(broken(({ from, to }) => moduleOf(from) !== null && moduleOf(from) === moduleOf(to) && partOf(to) > partOf(from))).toEqual([])
})

test('the environment is read in one place', () => {
  const readers = files.filter((file) => /process\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(readers).toEqual(['app/config.ts'])
})

test('no room is called utils, helpers, common or shared', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|shared|index)(\/|\.tsx?$)/.test(file))).toEqual([])
})
