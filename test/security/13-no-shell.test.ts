import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// VICIdial gave a password to a shell (CVE-2025-34099): the product asks none, evaluates no text and puts no HTML in as it comes.
const root = join(import.meta.dirname, '../..')
const sources = ['kernel', 'platform', 'modules', 'app'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|js)$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') })),
)
const having = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

test('processes are started by a list of words, never by a line for a shell, and only where a database, a bench or what learns suggestions is run', () => {
  expect(having(/\bshell:\s*(?:true\b|['"`])|\bexecSync\(|(?<![.\w])exec\(['"`]/)).toEqual([])
  const starting = having(/node:child_process/)
  expect(starting.filter((name) => !/^(platform\/server\/(postgres\/|temporary-database\.ts$)|modules\/cases\/server\/learn-apart\.ts$|app\/(bench\/|acuse\.js$))/.test(name))).toEqual([])
})

test('the one shell there is runs a text of ours and takes no word from outside but a process and a folder', () => {
  expect(having(/spawn(Sync)?\(\s*['"`](\/bin\/)?(ba)?sh['"`]/)).toEqual(['platform/server/temporary-database.ts'])
})

test('no text becomes code', () => {
  expect(having(/(?<![\w.])eval\(|new Function\(|from 'node:vm'|setTimeout\(\s*['"`]/)).toEqual([])
  expect(having(/dangerouslySetInnerHTML|\.innerHTML\s*=|document\.write\(/)).toEqual([])
})
