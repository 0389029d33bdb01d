import { expect, test } from 'vitest'
import { ENGLISH_TEXTS, TEXTS } from './texts/all.ts'
import { CAUSES, LEAVES } from './causes.ts'
import { customers } from './customers.ts'
import { writeHandling } from './handling.ts'
import { writeCase } from './writer.ts'

const MANY = Array.from({ length: 20_000 }, (_, at) => writeCase(at))
const share = (of: (written: (typeof MANY)[number]) => boolean) => MANY.filter(of).length / MANY.length
const words = (text: string) => text.split(/\s+/).length
const folded = (text: string) => text.toLowerCase().replace(/\s+/g, ' ')

test('a case is the same however and whenever it is written', () => {
  const later = writeCase(4_321, 9)
  writeCase(1, 9)
  expect(writeCase(4_321, 9)).toEqual(later)
  expect(writeCase(4_321, 10).description).not.toBe(later.description)
  expect(writeHandling(4_321, 9)).toEqual(writeHandling(4_321, 9))
})

test('no two of the first twenty thousand are alike', () => expect(new Set(MANY.map(({ description }) => folded(description))).size).toBe(MANY.length))

test('nor are a hundred thousand taken out of a million', () => {
  const seen = new Set<string>()
  for (let at = 0; at < 1_000_000; at += 10) seen.add(folded(writeCase(at).description))
  expect(seen.size).toBe(100_000)
})

test('kinds come in the shares of a desk', () => {
  expect(share(({ kind }) => kind === 'request')).toBeCloseTo(0.55, 1)
  expect(share(({ kind }) => kind === 'claim')).toBeGreaterThan(0.2)
  expect(share(({ kind }) => kind === 'complaint')).toBeGreaterThan(0.1)
  expect(share(({ kind }) => kind === 'suggestion' || kind === 'compliment')).toBeGreaterThan(0.03)
  expect(share(({ language }) => language === 'en')).toBeGreaterThan(0.008)
})

test('texts are short and long, as people are', () => {
  const lengths = MANY.map(({ description }) => words(description)).sort((a, b) => a - b)
  expect(lengths[0]).toBeGreaterThanOrEqual(4)
  expect(lengths.at(-1)).toBeGreaterThan(120)
  expect(lengths.at(-1)).toBeLessThan(200)
  expect(lengths[10_000]).toBeGreaterThan(20)
})

test('nothing of the grammar shows, and nothing is left unfilled', () => {
  for (let at = 0; at < 3_000; at++) {
    const { description, wishedOutcome, title } = MANY[at]!
    const told = writeHandling(at)
    const all = [description, wishedOutcome, title, ...told.notes, told.toArea, told.areaAnswer, told.call, told.heard, told.done, told.reopening, told.withdrawal, told.answer.body.replaceAll(/\{\{person\.(name|post)\}\}/g, ''), told.answer.subject].join('\n')
    expect(all).not.toMatch(/[{}<>|]|\$[a-zA-Z]|undefined|NaN|\bnull\b/)
  }
})

test('every cause is told and has a serial where it must', () => {
  const told = new Set(MANY.map(({ cause }) => cause))
  for (const { code, serialRequired } of LEAVES) {
    expect(told, code).toContain(code)
    expect(TEXTS.has(code)).toBe(true)
    if (serialRequired) for (const written of MANY) if (written.cause === code) expect(written.serial).not.toBe('')
  }
  const codes = new Set(CAUSES.map(({ code }) => code))
  for (const { parent } of CAUSES) expect(parent === null || codes.has(parent)).toBe(true)
  for (const code of ENGLISH_TEXTS.keys()) expect(codes).toContain(code)
})

test('a case told again is the same matter of the same customer', () => {
  const first = writeCase(39)
  const again = writeCase(40, 1, { about: 39 })
  expect(again).toMatchObject({ cause: first.cause, branch: first.branch })
  if (first.customer.status === 'known' && again.customer.status === 'known') expect(again.customer.code).toBe(first.customer.code)
})

test('mails are of domains that belong to nobody', () => {
  const codes = new Set(customers().map(({ code }) => code))
  for (const { reporter, description, customer } of MANY) {
    if (reporter.email) expect(reporter.email).toMatch(/@(.+\.example|example\.(com|org|net))$/)
    for (const [mail] of description.matchAll(/[\w.]+@[\w.]*[a-z]/gi)) expect(mail.toLowerCase()).toMatch(/example/)
    if ('code' in customer) expect(codes).toContain(customer.code)
  }
})
