import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followSecret } from '#modules/cases/server/follow-link.ts'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { writeAnswer } from '#modules/cases/server/write-answer.ts'
import { writeNote } from '#modules/cases/server/write-note.ts'
import { WriteAnswer, WriteNote } from '#modules/cases/contract-work.ts'
import { aSession } from '#test/app-server.ts'
import { aCase, aCompany, anActor, doing } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { aVisitor, found, openDesk, type Desk, type Visitor } from '#test/journeys/desk.ts'

// Zammad's subject (CVE-2018-1000154), FreeScout's nested tags (GHSA-jpq8-j69f-mj98), osTicket's onerror, formaction and SVG.
const HOSTILE = [
  '<script>globalThis.hit=1</script>', '"><img src=x onerror="globalThis.hit=1">', `'><svg/onload=globalThis.hit=1>`, '<scr<script>ipt>globalThis.hit=1</scr</script>ipt>',
  '<form><button formaction="javascript:globalThis.hit=1">x</button></form>', '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>', '<a href="javascript:globalThis.hit=1">x</a>',
  '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=globalThis.hit=1&gt;">', '</title><script>globalThis.hit=1</script>', '</textarea><script>globalThis.hit=1</script>',
  '{{constructor.constructor("globalThis.hit=1")()}}', '${globalThis.hit=1}', '<base href="https://evil.example/">', '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">', '<img src="https://evil.example/pixel.png">', '<style>@import "https://evil.example/x.css";</style>', '\u202e<script>globalThis.hit=1</script>',
]

/** Pages that show no word of a case: there what was written fills fields, or nothing. */
const QUIET = /^\/(?:board|register|atencion|seguimiento\?)/

describe.skipIf(!found)('what people wrote is text on every screen (skipped where there is no browser)', () => {
  let desk: Desk
  let visitor: Visitor
  const addresses: string[] = []

  beforeAll(async () => {
    const ground = await aGround()
    desk = await openDesk(ground)
    const company = await aCompany(ground, { targets: defaultTargets() })
    const head = await anActor(company, 'head')
    const all = HOSTILE.join(' ')
    const [customer] = company.customers
    await ground.db.asOwner((tx) => tx`update customers set name = ${all.slice(0, 200)}, trade_name = ${HOSTILE[1]!}, segment = ${HOSTILE[2]!} where id = ${customer!.id}`)
    for (const [at, words] of HOSTILE.entries()) {
      const { id, number } = await aCase(company, head, {
        title: words, description: `${words} ${all}`, wishedOutcome: words, place: words, serial: words.slice(0, 60), orderNumber: words.slice(0, 60), product: words.slice(0, 100),
        reporter: { name: words, email: 'luz@clinica.example' }, customer: { status: 'known', customerId: customer!.id },
      })
      if (at > 0) continue
      await doing(company, head, (work) => writeNote(work, number, WriteNote.body!.parse({ body: all })))
      await doing(company, head, (work) => writeAnswer(work, number, WriteAnswer.body!.parse({ way: 'telephone', body: all.replaceAll('{{', '{ {') })))
      addresses.push(`/cases/${number}`, `/seguimiento/${number}/${followSecret({ secretOf: desk.app.secretOf }, { id, followVersion: 1 })}`)
    }
    addresses.push('/?list=all', `/?find=${encodeURIComponent(HOSTILE[1]!)}`, '/board', '/customers', `/customers/${customer!.id}`, '/register', `/atencion/nuevo?serial=${encodeURIComponent(HOSTILE[1]!)}`, `/seguimiento?numero=${encodeURIComponent(HOSTILE[1]!)}&codigo=x`)
    visitor = await aVisitor(desk, { language: 'es', width: 1280 })
    await visitor.context.addCookies([{ name: 'acuse_session', value: await aSession({ db: ground.db, now: () => new Date().toISOString() }, head), url: desk.address }])
  }, 60_000)
  afterAll(() => desk?.close())

  test('not one of them runs, loads or changes anything', { timeout: 120_000 }, async () => {
    const { page } = visitor
    for (const address of addresses) {
      await page.goto(address)
      if (!QUIET.test(address)) await expect.poll(() => page.locator('main').innerText(), { timeout: 15_000 }).toContain('globalThis.hit=1')
      await page.locator('main').waitFor()
      expect([address, page.url().startsWith(desk.address), await page.evaluate(() => [(globalThis as { hit?: number }).hit, document.querySelectorAll('img[src=x], base, iframe, [formaction], script:not([src])').length])]).toEqual([address, true, [undefined, 0]])
    }
    // The browser's own line on a case that is not there is none of ours.
    expect([visitor.errors.filter((line) => !/status of 404.*seguimiento/.test(line)), visitor.strayed]).toEqual([[], []])
    // They are there to be read, as they were written.
    await page.goto(addresses[0]!)
    await expect.poll(() => page.locator('main').textContent(), { timeout: 15_000 }).toContain('<script>globalThis.hit=1</script>')
  })
})
