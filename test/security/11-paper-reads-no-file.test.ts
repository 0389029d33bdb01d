import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { askingAs, aServedCompany } from '#test/app-server.ts'
import { anActor } from '#test/builders.ts'

// osTicket's PDF export embedded files of the server that a ticket named (CVE-2026-22200).
const folder = mkdtempSync(join(tmpdir(), 'acuse-canary-'))
const canary = join(folder, 'canary.png')
writeFileSync(canary, 'CANARY-4471')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { app, company } = await aServedCompany()
const head = await askingAs(app, await anActor(company, 'head'))
const NAMED = [
  `<img src="${canary}">`, `<img src="file://${canary}">`, `<object data="file://${canary}"></object>`, `<style>@import url(file://${canary})</style>`,
  `<link rel="attachment" href="file://${canary}">`, `<svg><image xlink:href="file://${canary}"/></svg>`, `![x](file://${canary})`, `\\includegraphics{${canary}}`, `php://filter/resource=${canary}`,
]

/** What a PDF holds, its streams unpacked. */
function inside(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')
    } catch {
      return body!
    }
  })
  return [text, ...streams].join('\n')
}
const picturesIn = (text: string) => text.match(/\/Subtype \/Image\b/g)?.length ?? 0

async function papersOf(text: string): Promise<string[]> {
  const told = { kind: 'claim', channel: 'telephone', description: text, reporter: { name: text.slice(0, 120) }, branchId: company.branches['BOG'], place: text.slice(0, 200), serial: 'CL-1' }
  const { number } = (await head('POST', '/cases', told)).json()
  const { answerId } = (await head('POST', `/cases/${number}/answers`, { way: 'letter', recipient: text.slice(0, 200), subject: text.slice(0, 120), body: text })).json()
  const papers = await Promise.all([`/cases/${number}/acknowledgement.pdf`, `/answers/${answerId}/letter.pdf`].map((url) => head('GET', url)))
  expect(papers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  return papers.map(({ rawPayload }) => inside(rawPayload))
}

test('a paper prints what was written and reads no file that it names, follows no address, and carries nothing that acts', async () => {
  const plain = await papersOf('El cilindro llegó sin precinto.')
  for (const named of NAMED) {
    const papers = await papersOf(`El cilindro llegó sin precinto. ${named}`)
    for (const [at, paper] of papers.entries()) {
      expect([named, paper.includes('CANARY-4471'), picturesIn(paper)]).toEqual([named, false, picturesIn(plain[at]!)])
      expect([named, /\/(?:EmbeddedFile|Launch|JavaScript|GoToR|SubmitForm)\b|\/URI \(file:/.exec(paper)?.[0]]).toEqual([named, undefined])
    }
  }
})
