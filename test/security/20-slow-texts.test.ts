import { expect, test } from 'vitest'
import { suggestColumns } from '#modules/customers/rules/suggest-columns.ts'
import { aServedCompany, askingAs, aSession } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

// OTRS' filters (CVE-2021-36093), a URL in a body (CVE-2021-21439), zod's pattern of an address (CVE-2023-4316): over a text that somebody
// sends a pattern goes back again and again, and nobody else is served meanwhile. Mail is not read yet: its bombs come with it.
const { app, ground, company } = await aServedCompany()
const branchId = company.branches['BOG']!
const head = await anActor(company, 'head')
const ask = await askingAs(app, head)
const { number } = await aCase(company, head, { branchId })

/** Of one thing again and again, with an end that fits nothing: what a pattern that goes back tries from each letter. */
const PUMPS = ['a', '0', ' ', '\n', '.', ',', '!', '-', '¡', '@', 'a.', 'a-', 'a@', 'a ', ' a', '0 ', '{{', '{{a}', '<', '<a ', '"', '&', 'http://a', 'a,', '%', '_', '\\', 'Señores ', 'mi nombre es a ', 'é', '👩‍🔧']
const hostile = (length: number) => PUMPS.map((pump) => `x${pump.repeat(length)}`.slice(0, length - 1).toWellFormed().replace(/\ufffd/g, 'x') + 'y')
const millisOf = async (act: () => unknown): Promise<number> => {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}
/** A square of twenty thousand is seconds; a machine that does other things too is not. */
const MOST_MS = 2_000

const form = (description: string) => app.server.inject({ method: 'POST', url: '/atencion/nuevo', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, payload: new URLSearchParams({ kind: 'complaint', description }).toString() })

test.each<[string, number, (text: string) => unknown]>([
  ['sought among cases', 200, (find) => ask('GET', `/cases?list=everything&find=${encodeURIComponent(find)}`)],
  ['sought in words', 200, (find) => ask('GET', `/search?find=${encodeURIComponent(find)}`)],
  ['sought among customers', 200, (find) => ask('GET', `/customers?find=${encodeURIComponent(find)}`)],
  ['told in a case', 20_000, (description) => ask('POST', '/cases', { kind: 'complaint', channel: 'telephone', description, branchId, customer: { status: 'new', name: description.slice(0, 200) } })],
  ['said by a customer on the public page', 20_000, form],
  ['written in a note', 20_000, (body) => ask('POST', `/cases/${number}/notes`, { body })],
  ['written in an answer', 40_000, (body) => ask('POST', `/cases/${number}/answers`, { way: 'letter', recipient: 'Calle 80', final: false, body })],
  ['kept as a draft', 40_000, (body) => ask('PUT', `/cases/${number}/drafts/note`, { body, overwrite: true }, { 'if-match': '"0"' })],
  ['of a template', 20_000, (body) => ask('POST', '/answer-templates', { name: 'x', language: 'es', body })],
  ['compared with other cases', 20_000, (description) => ask('POST', '/case-duplicates', { kind: 'complaint', description, branchId })],
  ['as an address of mail', 254, (email) => ask('POST', '/cases', { kind: 'complaint', channel: 'telephone', description: 'x', branchId, reporter: { email } })],
  ['as a telephone', 60, (telephone) => ask('GET', `/customers?telephone=${encodeURIComponent(telephone)}`)],
])('a text %s, of %i letters, delays nobody', { timeout: 120_000 }, async (_, length, send) => {
  const slow = []
  for (const text of hostile(length)) {
    const millis = await millisOf(() => send(text))
    if (millis > MOST_MS && (await millisOf(() => send(text))) > MOST_MS) slow.push([JSON.stringify(text.slice(0, 12)), Math.round(millis)])
  }
  expect(slow).toEqual([])
})

test('headers as long as they may be delay nobody', { timeout: 60_000 }, async () => {
  const cookie = `acuse_session=${await aSession(ground, head)}`
  for (const name of ['if-none-match', 'accept-language', 'authorization', 'range', 'if-match', 'x-forwarded-for', 'idempotency-key', 'content-disposition'])
    for (const pump of [' ', '\t', ',', '"', '0', 'es;q=0,', 'Bearer ', 'bytes=0'])
      expect([name, pump, (await millisOf(() => app.server.inject({ url: `/api/v1/cases/${number}`, headers: { cookie, [name]: `a${pump.repeat(14_000)}`.slice(0, 14_000) + 'y' } }))) < MOST_MS]).toEqual([name, pump, true])
})

test('names of columns of a table delay nobody', async () => {
  for (const text of hostile(30_000)) expect([text.slice(0, 12), (await millisOf(() => suggestColumns([text]))) < MOST_MS]).toEqual([text.slice(0, 12), true])
})

test('a pattern that goes back is seen by it', async () => {
  expect(await millisOf(() => /\s+$/.test(hostile(20_000)[2]!))).toBeGreaterThan(50)
})
