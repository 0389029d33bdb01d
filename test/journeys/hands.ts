import type { Locator, Page } from 'playwright-core'
import type { Visitor } from './desk.ts'
import type { WORDS } from './words.ts'

export type Words = (typeof WORDS)['es']

/** Goes to an area of work as a person does: by its name at the left, which on a phone lies in a drawer. */
export async function goTo({ page }: Visitor, words: Words, area: string): Promise<void> {
  const menu = page.getByRole('button', { name: words.design.frame.menu, exact: true })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation', { name: words.design.frame.areas }).getByRole('link', { name: new RegExp(`^${area}\\s*\\d*$`) }).click()
}

/** By the keys alone: Tab until the focus stands on it. */
export async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab, pressed ${most} times, does not reach ${String(target)}`)
}

/** Finds in a box that finds as one types, and takes what is called so. */
export async function choose(page: Page | Locator, label: string, typed: string, option: RegExp | string = typed): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}

/** What stands in the menu of a case beside its first buttons. */
export async function actFromMenu({ page }: Visitor, words: Words, verb: string): Promise<void> {
  await page.getByRole('button', { name: words.screens.sheet.more, exact: true }).click()
  await page.getByRole('menuitem', { name: verb }).click()
}

export async function openCase({ page }: Visitor, number: string): Promise<void> {
  await page.goto(`/cases/${number}`)
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
}

export async function signOut({ page }: Visitor, words: Words, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('menuitem', { name: words.app.me.leave }).click()
  await page.getByRole('heading', { name: words.people.door.signInTitle }).waitFor()
}
