import type { IdentityType } from '#kernel/identity-document.ts'
import { cleanText, foldText, refuseText } from '#kernel/plain-text.ts'
import { lastSevenOf, readTelephones } from '#kernel/telephone.ts'
import { unsafeCell } from '#kernel/csv-line.ts'
import type { Mapping } from '../contract-import.ts'
import { readIdentity } from './identity.ts'

/** What a cell was refused for; `column` by its name in the file. */
export type CellProblem = { column: string; value: string; code: string; details?: Record<string, string | number> }

/** A row as it will be kept; a field that no column fills is absent, and stays as it is in a customer already known. */
export type RowContent = {
  code: string
  name: string
  kind?: 'company' | 'person'
  tradeName?: string
  segment?: string
  branchId?: string | null
  active?: boolean
  identity?: { type: string; number: string; checkDigit: string | null } | null
  telephones?: RowTelephone[]
  emails?: string[]
  site?: { name: string; address: string; city: string } | null
  contact?: { name: string; post: string } | null
}
export type RowTelephone = { original: string; e164: string | null; candidates: string[]; lastSeven: string | null; extension: string | null; kind: string }

export type RowPlan = {
  /** Where each mapped field's cells are. */
  at: ReadonlyMap<string, readonly number[]>
  columns: readonly string[]
  types: readonly IdentityType[]
  country: string
  /** Branch ids by code and by name, folded. */
  branches: ReadonlyMap<string, string>
}

/** Columns of the mapping that the file does not have. */
export function missingColumns(mapping: Mapping, columns: readonly string[]): string[] {
  return Object.values(mapping).flat().filter((column): column is string => column !== undefined && !columns.includes(column))
}

export function planRows(mapping: Mapping, plan: Omit<RowPlan, 'at'>): RowPlan {
  const at = new Map(Object.entries(mapping).flatMap(([field, column]) => (column === undefined ? [] : [[field, [column].flat().map((name) => plan.columns.indexOf(name))] as const])))
  return { ...plan, at }
}

/** Reads a row's cells by the plan: what it will be, or everything that is wrong with it. */
export function readImportRow(plan: RowPlan, cells: readonly string[]): { code: string | null; content: RowContent } | { code: string | null; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const row = new Row(plan, cells, problems)
  const code = row.text('code', 60, { needed: true })
  const content: RowContent = { code: code ?? '', name: row.text('name', 200, { needed: true }) ?? '' }
  const plain = { tradeName: 200, segment: 60 } as const
  for (const [field, max] of Object.entries(plain) as ['tradeName' | 'segment', number][]) {
    const value = row.text(field, max)
    if (value !== undefined) content[field] = value
  }
  const kind = readKind(row)
  if (kind) content.kind = kind
  readOwnDocument(row, content)
  readPlace(row, content)
  readReach(row, content)
  return problems.length > 0 ? { code: code || null, problems } : { code: content.code, content }
}

class Row {
  readonly plan: RowPlan
  readonly cells: readonly string[]
  readonly problems: CellProblem[]
  constructor(plan: RowPlan, cells: readonly string[], problems: CellProblem[]) {
    this.plan = plan
    this.cells = cells
    this.problems = problems
  }

  /** Each cell of a field, raw, with its column's name. */
  cellsOf(field: string): { column: string; value: string }[] {
    return (this.plan.at.get(field) ?? []).map((at) => ({ column: this.plan.columns[at] ?? '', value: unsafeCell((this.cells[at] ?? '').trim()) }))
  }

  has(field: string): boolean {
    return this.plan.at.has(field)
  }

  /** A cell as text that may be kept; undefined when no column fills the field. */
  text(field: string, max: number, { needed = false }: { needed?: boolean } = {}): string | undefined {
    const [cell] = this.cellsOf(field)
    if (!cell) return undefined
    const refused = cell.value.includes('\ufffd') ? 'unreadable-character' : TEXT_CODES[refuseText(cell.value, { max, min: needed ? 1 : 0 })?.refusal ?? '']
    if (refused) this.refuse(cell, refused, { limit: max })
    return cleanText(cell.value).text
  }

  refuse({ column, value }: { column: string; value: string }, code: string, details: Record<string, string | number> = {}): void {
    this.problems.push({ column, value: value.toWellFormed().replaceAll('\u0000', '').slice(0, 200), code, details })
  }
}

const TEXT_CODES: Record<string, string> = { 'text-empty': 'required', 'text-too-long': 'too-long', 'text-unreadable-character': 'unreadable-character' }

/** What old bases hold where nothing is known. */
const BLANK = /^(?:0+|1234567|[-.x*]*|n\/?[ad]|no(?: tiene| aplica| registra| hay)?|s\/?[ni]|sin (?:dato|tel[eé]fono|correo|informaci[oó]n)s?|ning[uo]n[oa]?|pendiente|por definir|null|none)$/iu

const KINDS: Record<string, 'company' | 'person'> = {
  empresa: 'company', juridica: 'company', 'persona juridica': 'company', company: 'company', j: 'company', pj: 'company', corporativo: 'company',
  persona: 'person', natural: 'person', 'persona natural': 'person', person: 'person', n: 'person', pn: 'person', individual: 'person',
}

function readKind(row: Row): 'company' | 'person' | undefined {
  const [cell] = row.cellsOf('kind')
  if (!cell || cell.value === '') return undefined
  const folded = foldText(cell.value)
  const kind = Object.hasOwn(KINDS, folded) ? KINDS[folded] : undefined
  if (!kind) row.refuse(cell, 'kind-unknown')
  return kind
}

function readOwnDocument(row: Row, content: RowContent): void {
  const [cell] = row.cellsOf('identityNumber')
  if (!cell) return
  content.identity = null
  if (BLANK.test(cell.value)) return
  const digit = row.cellsOf('checkDigit')[0]?.value ?? ''
  const number = /^\d$/.test(digit) && !/[-–]\s*\d$/.test(cell.value) ? `${cell.value}-${digit}` : cell.value
  const read = readIdentity(row.plan.types, content.kind ?? 'company', { type: row.cellsOf('identityType')[0]?.value || null, number })
  if ('refusal' in read) row.refuse(read.refusal === 'identity-type-unknown' ? (row.cellsOf('identityType')[0] ?? cell) : cell, read.refusal, read.details)
  else content.identity = { type: read.type, number: read.number, checkDigit: read.checkDigit }
  content.kind ??= content.identity && content.identity.type !== row.plan.types[0]?.code ? 'person' : 'company'
}

const ANSWERS: Record<string, boolean> = {
  si: true, s: true, yes: true, y: true, '1': true, true: true, activo: true, activa: true, active: true, a: true, verdadero: true, x: true, vigente: true,
  no: false, n: false, '0': false, false: false, inactivo: false, inactiva: false, inactive: false, i: false, falso: false, retirado: false, suspendido: false,
}

function readPlace(row: Row, content: RowContent): void {
  const [branch] = row.cellsOf('branch')
  if (branch) {
    content.branchId = branch.value === '' ? null : (row.plan.branches.get(foldText(branch.value)) ?? null)
    if (branch.value !== '' && content.branchId === null) row.refuse(branch, 'branch-unknown')
  }
  const [active] = row.cellsOf('active')
  if (active && active.value !== '') {
    const folded = foldText(active.value)
    if (Object.hasOwn(ANSWERS, folded)) content.active = ANSWERS[folded]!
    else row.refuse(active, 'answer-unknown')
  }
  const [address, city, name] = [row.text('address', 300) ?? '', row.text('city', 80) ?? '', row.text('site', 120) ?? '']
  if (row.has('address') || row.has('city') || row.has('site')) content.site = address || city || name ? { name, address, city } : null
}

function readReach(row: Row, content: RowContent): void {
  if (row.has('telephones')) content.telephones = uniqueBy(row.cellsOf('telephones').flatMap((cell) => telephonesOf(row, cell, content.site?.city || null)), ({ original, e164 }) => e164 ?? original)
  if (row.has('emails')) content.emails = [...new Set(row.cellsOf('emails').flatMap((cell) => emailsOf(row, cell)))]
  if (!row.has('contact')) return
  const name = row.text('contact', 200) ?? ''
  content.contact = BLANK.test(name) ? null : { name, post: row.text('contactPost', 120) ?? '' }
}

function telephonesOf(row: Row, cell: { column: string; value: string }, area: string | null): RowTelephone[] {
  if (BLANK.test(cell.value)) return []
  const read = cell.value.length > 200 ? [] : readTelephones(cell.value, { country: row.plan.country, area })
  if (read.length === 0) row.refuse(cell, cell.value.length > 200 ? 'too-long' : 'telephone-unreadable', { limit: 200 })
  return read.slice(0, 20).map((one) => ({ original: one.original, e164: one.e164, candidates: [...one.candidates], lastSeven: lastSevenOf(one), extension: one.extension, kind: one.kind }))
}

/** One @, a dot in the domain, nothing that a mail header could be broken with: as the contract has it. */
const EMAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/

function emailsOf(row: Row, cell: { column: string; value: string }): string[] {
  if (BLANK.test(cell.value)) return []
  const addresses = cell.value.slice(0, 2000).toLowerCase().split(/[\s;,/]+/).filter(Boolean)
  if (addresses.length === 0 || addresses.some((address) => address.length > 254 || !EMAIL.test(address) || address.includes('\ufffd') || address.includes('\0') || !address.isWellFormed())) {
    row.refuse(cell, 'email')
    return []
  }
  return addresses.slice(0, 20)
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
