import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, language, listOf, page, text } from '#kernel/fields.ts'

export const IMPORT_FIELDS = [
  'code', 'name', 'tradeName', 'kind', 'identityType', 'identityNumber', 'checkDigit', 'segment', 'branch', 'active',
  'telephones', 'emails', 'address', 'city', 'site', 'contact', 'contactPost',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]
/** Fields that several columns may fill. */
export const MANY_COLUMNS: readonly ImportField[] = ['telephones', 'emails']

/** Why a row, or an import, is refused, beside what any field may be refused for. */
export const IMPORT_REFUSALS = ['branch-unknown', 'kind-unknown', 'answer-unknown', 'code-twice', 'telephone-unreadable', 'row-refused-by-database', 'column-unknown', 'map-unfit'] as const

const column = text(200)
const columns = z.array(column).min(1).max(10)
/** Which column of the file is what, by the column's name. */
export const Mapping = z.strictObject({
  code: column, name: column, tradeName: column.optional(), kind: column.optional(), identityType: column.optional(), identityNumber: column.optional(),
  checkDigit: column.optional(), segment: column.optional(), branch: column.optional(), active: column.optional(), telephones: columns.optional(),
  emails: columns.optional(), address: column.optional(), city: column.optional(), site: column.optional(), contact: column.optional(), contactPost: column.optional(),
})
export type Mapping = z.output<typeof Mapping>

/** How the file is to be read; what is left out is found out. */
const AskedReading = z.strictObject({
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
  separator: z.enum([';', ',', '\t', '|']).optional(),
  sheet: z.string().max(100).optional(),
  headerRow: z.number().int().min(1).max(1000).optional(),
})
/** The name of the system that the codes are from: the same code in it is the same customer. */
const Source = text(60)
/** What `--map MAP.json` holds. */
export const ImportMap = z.strictObject({ source: Source.default('import'), columns: Mapping, reading: AskedReading.default({}) })
export type ImportMap = z.output<typeof ImportMap>

const Reading = z.union([
  z.object({ format: z.literal('csv'), encoding: z.string(), separator: z.string(), headerRow: z.number() }),
  z.object({ format: z.literal('xlsx'), sheet: z.string(), headerRow: z.number() }),
])

export const InspectImport = endpoint({
  name: 'InspectCustomerImport', method: 'POST', path: '/customer-import-inspections', status: 200,
  summary: 'What an uploaded CSV or XLSX holds: its columns, first rows, and what each column probably is',
  body: z.strictObject({ fileId: id(), reading: AskedReading.default({}) }),
  reply: z.object({
    reading: Reading, columns: z.array(z.string()), sheets: z.array(z.string()),
    sample: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
    /** What each field probably is; fields without a column are left out. */
    suggested: Mapping.partial(),
  }),
})

const RowProblem = z.object({ row: z.number(), column: z.string(), value: z.string(), code: z.string(), message: z.string() })
export const CustomerImport = z.object({
  id: id(), fileName: z.string(), source: z.string(), dryRun: z.boolean(), state: z.enum(['reading', 'applying', 'done', 'failed']), language: language(),
  read: z.number(), created: z.number(), updated: z.number(), unchanged: z.number(), refused: z.number(),
  /** Rows of the file, as far as known: all when it has been read. */
  applied: z.number(), toApply: z.number(),
  problem: z.string().nullable(), startedAt: z.string(), finishedAt: z.string().nullable(), startedBy: z.string(),
  /** The first of the refused rows. */
  problems: z.array(RowProblem),
})
export type CustomerImport = z.output<typeof CustomerImport>

export const StartImport = endpoint({
  name: 'StartCustomerImport', method: 'POST', path: '/customer-imports', status: 202,
  summary: 'Import customers from an uploaded file, or, as a dry run, only say what would happen',
  body: z.strictObject({ fileId: id(), source: Source.default('import'), mapping: Mapping, reading: AskedReading.default({}), dryRun: z.boolean().default(true) }),
  reply: CustomerImport,
})
const params = z.object({ importId: id() })
export const ReadImport = endpoint({ name: 'ReadCustomerImport', method: 'GET', path: '/customer-imports/:importId', summary: 'How far an import is', params, reply: CustomerImport })
export const ListImports = endpoint({ name: 'ListCustomerImports', method: 'GET', path: '/customer-imports', summary: 'Imports, newest first', query: z.object(page), reply: listOf(CustomerImport) })
export const ReadImportReport = endpoint({
  name: 'ReadCustomerImportReport', method: 'GET', path: '/customer-imports/:importId/report',
  summary: 'The refused rows as CSV, each with its reason in front: mended, the same file can be imported again', params, reply: z.looseObject({}),
})
