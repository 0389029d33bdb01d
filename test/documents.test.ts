import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '#app/commands/all.ts'
import { MAIL_HELD } from '#kernel/mail-held.ts'
import { CUSTOMER_KINDS, FOUND_BY, VERIFIED_FIELDS } from '#modules/customers/contract.ts'
import { ROLES } from '#modules/people/contract.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const filesOf = (pattern: string) => globSync(pattern, { cwd: ROOT }).filter((path) => !/node_modules|\.test\./.test(path))
const among = (paths: readonly string[], pattern: RegExp) => paths.flatMap((path) => [...read(path).matchAll(pattern)].map((match) => match[1]!))

/** Named by their own standards. */
const NO_WORDS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'csv', 'xlsx', ';', ',', '\\t', '|']

test('every value that a contract knows has its Spanish word in the glossary', () => {
  const written = among(filesOf('modules/*/contract*.ts'), /z\.(?:enum\(\[|literal\()([^\])]*)[\])]/g).flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]!))
  const values = new Set([...written, ...CUSTOMER_KINDS, ...FOUND_BY, ...VERIFIED_FIELDS, ...ROLES, ...MAIL_HELD].filter((value) => !NO_WORDS.includes(value)))
  const glossary = read('docs/glossary.md')
  expect(values.size).toBeGreaterThan(150)
  expect([...values].filter((value) => !glossary.includes(`\`${value}\` `))).toEqual([])
})

test('administration names every command with its options, and every setting', () => {
  const page = read('docs/administration.md')
  expect(COMMANDS.map(({ usage }) => `acuse ${usage}`).filter((usage) => !page.includes(usage))).toEqual([])
  const settings = [...new Set(among(['app/config.ts'], /^ {2}([A-Z][A-Z_]+): z\./gm))]
  expect(settings.length).toBeGreaterThan(5)
  expect(settings.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([])
})

test('integration names every door that is none of JSON', () => {
  const page = read('docs/integration.md')
  const doors = among(filesOf('{app,modules/*/server,platform/server}/*.ts'), /\b(?:server|scope)\.(?:get|post)\('([^']+)'/g)
  const asWritten = (path: string) => path.replace(/^\/api\/v1(?!\/openapi)/, '').replace(/:(\w+)/g, '{$1}')
  const shownByPages = ['/', '/public.css']
  expect(doors.length).toBeGreaterThan(15)
  expect(doors.filter((path) => !shownByPages.includes(path)).map(asWritten).filter((path) => !page.includes(`${path}\``))).toEqual([])
})

test('a page leads only to what is there', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesOf('docs/**/*.md'), ...filesOf('{modules,platform}/**/README.md')]
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => join(page, '..', match[1]!)).filter((path) => globSync(path, { cwd: ROOT }).length === 0).map((path) => `${page} → ${path}`))
  expect(broken).toEqual([])
})
