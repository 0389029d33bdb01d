import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser, launch, serveGallery } from './browser.ts'

describe.skipIf(!browser)('the pieces in a browser (skipped where there is none)', () => {
  const profile = mkdtempSync(join(tmpdir(), 'acuse-pieces-'))
  let gallery: Awaited<ReturnType<typeof serveGallery>>
  let browser: BrowserContext
  let page: Page

  const go = async (query: string) => {
    await page.goto(`${gallery.address}?${query}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  const focused = () => page.evaluate('document.activeElement.textContent')

  beforeAll(async () => {
    gallery = await serveGallery()
    browser = await launch(profile)
    page = await browser.newPage()
    await go('') // the first visit makes the development server prepare everything
  }, 60_000)

  afterAll(async () => {
    await browser?.close().catch(() => {})
    await gallery?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  test('j and k move a real focus along the rows, x selects, and the ear is told how many', async () => {
    await go('screen=list')
    await page.keyboard.press('j')
    expect(await focused()).toBe('BOG-2026-000123')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await focused()).toBe('BOG-2026-000119')
    await page.keyboard.press('x')
    expect(await page.locator('.Table-selected[role=status]').textContent()).toContain('1 seleccionado')
  })

  test('a letter typed in a field is a letter, and Alt never acts', async () => {
    await go('')
    await page.getByLabel('Nombre de quien llama').pressSequentially('jkx?n')
    expect(await page.getByLabel('Nombre de quien llama').inputValue()).toBe('jkx?n')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('heading', { level: 1 }).first().click()
    await page.keyboard.press('Alt+3')
    expect(await page.getByRole('radio', { name: 'Reclamo' }).isChecked()).toBe(true)
    await page.keyboard.press('3')
    expect(await page.getByRole('radio', { name: 'Solicitud' }).isChecked()).toBe(true)
  })

  test('the switch turns single letters off and leaves Ctrl+K', async () => {
    await go('screen=list')
    await page.keyboard.press('Shift+?')
    await page.getByRole('checkbox', { name: 'Usar letras sueltas como atajos' }).uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    expect(await focused()).not.toBe('BOG-2026-000123')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Buscar o hacer' }).waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate(`localStorage.clear()`)
  })

  test('the command menu offers what the screen offers, primary first, and runs it', async () => {
    await go('')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('queja')
    await page.keyboard.press('Enter')
    await page.waitForFunction(`document.querySelector('input[value=complaint]').checked`)
    await go('screen=list')
    await page.keyboard.press('Control+k')
    expect(await page.getByRole('option').first().textContent()).toContain('Registrar un caso')
  })

  test('what is typed in a combobox and not chosen stays, and says that it is not chosen once one has left it', async () => {
    await go('')
    const who = page.getByRole('combobox', { name: 'Quién' })
    await who.fill('Droguería Sur')
    expect(await who.getAttribute('aria-invalid')).toBeNull()
    await who.press('Tab')
    await page.getByText('«Droguería Sur» no está elegido. Elija una línea de la lista, cree uno con ese nombre o borre lo escrito.').waitFor()
    expect([await who.inputValue(), await who.getAttribute('aria-invalid')]).toEqual(['Droguería Sur', 'true'])
    await who.fill('nueva')
    await page.getByRole('option', { name: 'Clínica Nueva' }).waitFor()
    await who.press('Enter')
    await who.press('Tab')
    expect(await who.getAttribute('aria-invalid')).toBeNull()
  })

  test('the combobox finds as one types, takes with Enter and lets go with Esc', async () => {
    await go('')
    const who = page.getByRole('combobox', { name: 'Quién' })
    await who.fill('nueva')
    await page.getByRole('option', { name: 'Clínica Nueva' }).waitFor()
    await who.press('Enter')
    expect(await who.inputValue()).toBe('Clínica Nueva')
    await who.press('Escape')
    expect(await who.inputValue()).toBe('')
  })

  test('a day is typed as it is said and read on leaving', async () => {
    await go('')
    const day = page.getByRole('textbox', { name: 'Nueva fecha' })
    await day.fill('mañana')
    await day.press('Tab')
    expect(await day.inputValue()).toBe('17/07/2026')
    await day.fill('cuando se pueda')
    await day.press('Tab')
    expect(await page.getByText('No se entiende esa fecha').count()).toBe(1)
    expect(await day.inputValue()).toBe('cuando se pueda')
  })

  test('of 1,200 rows a few are drawn, and the last can be reached', async () => {
    await go('')
    const frame = page.locator('#many .Table')
    expect(await frame.locator('tr[data-row]').count()).toBeLessThan(60)
    await frame.evaluate((element) => { element.scrollTop = element.scrollHeight })
    await frame.getByText('BOG-2026-001200').waitFor()
    expect(await frame.locator('table').getAttribute('aria-rowcount')).toBe('1201')
  })

  test('an action done can be undone for ten seconds, by its key', async () => {
    await go('')
    await page.getByRole('button', { name: 'Cerrar con aviso' }).click()
    await page.getByRole('button', { name: 'Deshacer' }).waitFor()
    await page.keyboard.press('z')
    await page.getByRole('button', { name: 'Deshacer' }).waitFor({ state: 'hidden' })
  })

  test('a dialog is a layer: the keys of the screen below do nothing', async () => {
    await go('')
    await page.getByRole('button', { name: 'Abrir el diálogo' }).click()
    await page.keyboard.press('3')
    expect(await page.getByRole('radio', { name: 'Solicitud', includeHidden: true }).isChecked()).toBe(false)
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Abrir el diálogo')
  })

  test('a form longer than its dialog is sent by the button that stays in sight below it, and gives the focus back', async () => {
    await go('')
    for (const leave of ['Guardar los teléfonos', 'Cancelar']) {
      await page.getByRole('button', { name: 'Abrir el formulario' }).click()
      const button = page.getByRole('dialog').getByRole('button', { name: leave })
      expect((await button.boundingBox())!.y).toBeLessThan(page.viewportSize()!.height)
      await button.click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(await focused()).toBe('Abrir el formulario')
    }
  })

  test('what was typed survives the browser killed half a second later', async () => {
    await go('')
    await page.getByLabel('Nota (con borrador)').fill('lo que dijo el cliente, palabra por palabra')
    await page.waitForTimeout(500)
    // The profile's lock is a link to 'host-pid' of the browser that holds it.
    process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL')
    await browser.close().catch(() => {})
    browser = await launch(profile)
    page = await browser.newPage()
    await go('')
    expect(await page.getByLabel('Nota (con borrador)').inputValue()).toBe('lo que dijo el cliente, palabra por palabra')
  })
})
