/**
 * Takes the gallery's pictures and asks axe about each: `node test/pictures/gallery.ts [OUT]`.
 * Light and dark, 390 and 1280 wide, Spanish and English, the frame's two screens and what floats. Fails on any violation.
 */
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { launching, serveGallery } from './browser.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = { id: string; impact: string; help: string; nodes: { html: string; failureSummary: string }[] }

const out = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'acuse-gallery-'))
const { address, close } = await serveGallery()
const browser = await chromium.launch(launching)
let violations = 0

async function ask(page: Page, name: string) {
  await page.evaluate(axe)
  const found = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((r) => r.violations)`)) as Found[]
  for (const { id, impact, help, nodes } of found) {
    violations += nodes.length
    console.log(`${name}: ${impact} ${id}, ${help}`)
    for (const node of nodes.slice(0, 4)) console.log(`    ${node.html.slice(0, 160)}\n    ${node.failureSummary.replaceAll('\n', ' ').slice(0, 300)}`)
  }
}

async function open(query: string, width: number, height: number) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', hasTouch: width < 500, isMobile: width < 500 })
  page.on('pageerror', (error) => console.log(`${query}: ${error.message}`))
  page.on('console', (line) => line.type() === 'error' && console.log(`${query}: ${line.text()}`))
  await page.goto(`${address}?${query}`)
  await page.waitForSelector('h1')
  await page.evaluate('document.fonts.ready')
  await page.waitForTimeout(400)
  return page
}

async function picture(page: Page, name: string, fullPage = false) {
  await page.screenshot({ path: join(out, `${name}.png`), fullPage })
  await ask(page, name)
}

for (const theme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    const height = width === 390 ? 844 : 860
    const lang = (theme === 'light') === (width === 1280) ? 'es' : 'en'
    for (const screen of ['', 'list', 'case']) {
      const page = await open(`theme=${theme}&lang=${lang}&screen=${screen}`, width, height)
      await picture(page, `${screen || 'pieces'}-${theme}-${width}-${lang}`, !screen)
      await page.close()
    }
  }
  const page = await open(`theme=${theme}&lang=es&screen=case`, 1280, 860)
  await page.locator('.DueDate-open').click()
  await picture(page, `why-${theme}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.waitForSelector('.CommandMenu-line')
  await picture(page, `commands-${theme}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+?')
  await page.waitForSelector('.ShortcutsHelp')
  await picture(page, `keys-${theme}`)
  await page.close()
  const floats = await open(`theme=${theme}&lang=es`, 1280, 860)
  await floats.getByRole('combobox', { name: 'Quién' }).fill('cl')
  await floats.getByRole('option', { name: 'Clínica Nueva' }).waitFor()
  await picture(floats, `combobox-${theme}`)
  await floats.keyboard.press('Escape')
  await floats.getByRole('button', { name: 'Abrir el calendario' }).first().click()
  await picture(floats, `calendar-${theme}`)
  await floats.keyboard.press('Escape')
  await floats.getByRole('button', { name: 'Más acciones' }).click()
  await picture(floats, `menu-${theme}`)
  await floats.keyboard.press('Escape')
  await floats.getByRole('button', { name: 'Cerrar con aviso' }).click()
  await floats.getByRole('button', { name: 'Abrir el diálogo' }).click()
  await picture(floats, `dialog-${theme}`)
  await floats.close()
}

await browser.close()
await close()
console.log(`${violations} violations; pictures in ${out}`)
process.exitCode = violations > 0 ? 1 : 0
