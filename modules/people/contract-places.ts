import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, language, listOf, text } from '#kernel/fields.ts'
import { codeOf, ROLES, zoneName } from './contract.ts'

const version = z.number().int()

/** What a customer agrees to on the public pages. Each text has a version, which is kept with the agreement; null: the product's own text. */
const Consent = z.object({ version: z.string(), es: z.string(), en: z.string() })
export type Consent = z.output<typeof Consent>

const Organisation = z.object({
  id: id(),
  name: z.string(),
  taxId: z.string().nullable(),
  country: z.string(),
  language: language(),
  timeZone: z.string(),
  /** Whoever holds one of these roles does nothing until they have a second factor. */
  secondFactorRoles: z.array(z.enum(ROLES)),
  consent: Consent.nullable(),
  /** Who receives whoever does not know their branch, on the public pages; null: the first by its code. */
  receivingBranchId: id().nullable(),
  version,
})
export type Organisation = z.output<typeof Organisation>
export const ReadOrganisation = endpoint({ name: 'ReadOrganisation', method: 'GET', path: '/organisation', summary: 'The company', reply: Organisation })
export const EditOrganisation = endpoint({
  name: 'EditOrganisation',
  method: 'PATCH',
  ifMatch: true,
  path: '/organisation',
  summary: 'Change the company’s name, language, zone, who needs a second factor, what customers agree to, or which branch receives who does not know theirs',
  body: z.strictObject({
    name: text(120).optional(),
    taxId: text(40, { min: 0 }).optional(),
    language: language().optional(),
    timeZone: zoneName.optional(),
    secondFactorRoles: z.array(z.enum(ROLES)).max(ROLES.length).optional(),
    /** Another text is another version; null goes back to the product's own. Without an English text the Spanish one is shown. */
    consent: z.strictObject({ es: text(4000, { min: 20 }), en: text(4000, { min: 0 }).default('') }).nullable().optional(),
    receivingBranchId: id().nullable().optional(),
  }),
  reply: Organisation,
})

export const Branch = z.object({
  id: id(),
  code: z.string(),
  name: z.string(),
  city: z.string(),
  address: z.string(),
  telephone: z.string(),
  timeZone: z.string(),
  active: z.boolean(),
  version,
})
export type Branch = z.output<typeof Branch>
export const ListBranches = endpoint({ name: 'ListBranches', method: 'GET', path: '/branches', summary: 'The branches, by name', reply: listOf(Branch) })
export const AddBranch = endpoint({
  name: 'AddBranch',
  method: 'POST',
  path: '/branches',
  summary: 'Open a branch; its code begins the number of every case registered there',
  body: z.strictObject({
    code: codeOf(6),
    name: text(120),
    city: text(80, { min: 0 }).default(''),
    address: text(200, { min: 0 }).default(''),
    telephone: text(40, { min: 0 }).default(''),
    timeZone: zoneName.optional(),
  }),
  reply: Branch,
})
export const EditBranch = endpoint({
  name: 'EditBranch',
  method: 'PATCH',
  ifMatch: true,
  path: '/branches/:branchId',
  summary: 'Change or close a branch; its code stays, for its numbers carry it',
  params: z.object({ branchId: id() }),
  body: z.strictObject({
    name: text(120).optional(),
    city: text(80, { min: 0 }).optional(),
    address: text(200, { min: 0 }).optional(),
    telephone: text(40, { min: 0 }).optional(),
    timeZone: zoneName.optional(),
    active: z.boolean().optional(),
  }),
  reply: Branch,
})

const Responsible = z.object({ personId: id(), name: z.string(), substitute: z.boolean(), fromOn: day(), untilOn: day().nullable() })
/** Whole days, both ends included, on which nobody answers for the branch. */
const Gap = z.object({ fromOn: day(), untilOn: day() })
export const ReadCoverage = endpoint({
  name: 'ReadCoverage',
  method: 'GET',
  path: '/branches/coverage',
  summary: 'Who answers for each branch today, and the days of the next thirty on which nobody does',
  reply: z.object({
    today: day(),
    branches: z.array(
      z.object({
        branchId: id(),
        code: z.string(),
        name: z.string(),
        responsibles: z.array(Responsible),
        /** Who answers today: the titular, or whoever takes their place. */
        todayId: id().nullable(),
        uncovered: z.array(Gap),
      }),
    ),
  }),
})
export type Coverage = z.output<(typeof ReadCoverage)['reply']>

export const Area = z.object({ id: id(), code: z.string(), name: z.string(), nameEn: z.string(), active: z.boolean(), version })
export type Area = z.output<typeof Area>
export const ListAreas = endpoint({ name: 'ListAreas', method: 'GET', path: '/areas', summary: 'The areas that answer', reply: listOf(Area) })
export const AddArea = endpoint({
  name: 'AddArea',
  method: 'POST',
  path: '/areas',
  summary: 'Add an area',
  body: z.strictObject({ code: codeOf(6), name: text(120), nameEn: text(120, { min: 0 }).default('') }),
  reply: Area,
})
export const EditArea = endpoint({
  name: 'EditArea',
  method: 'PATCH',
  ifMatch: true,
  path: '/areas/:areaId',
  summary: 'Rename or retire an area',
  params: z.object({ areaId: id() }),
  body: z.strictObject({ name: text(120).optional(), nameEn: text(120).optional(), active: z.boolean().optional() }),
  reply: Area,
})

export const Supplier = z.object({ id: id(), name: z.string(), active: z.boolean(), version })
export type Supplier = z.output<typeof Supplier>
export const ListSuppliers = endpoint({ name: 'ListSuppliers', method: 'GET', path: '/suppliers', summary: 'The suppliers whose people work here', reply: listOf(Supplier) })
export const AddSupplier = endpoint({ name: 'AddSupplier', method: 'POST', path: '/suppliers', summary: 'Add a supplier', body: z.strictObject({ name: text(120) }), reply: Supplier })
export const EditSupplier = endpoint({
  name: 'EditSupplier',
  method: 'PATCH',
  ifMatch: true,
  path: '/suppliers/:supplierId',
  summary: 'Rename or retire a supplier',
  params: z.object({ supplierId: id() }),
  body: z.strictObject({ name: text(120).optional(), active: z.boolean().optional() }),
  reply: Supplier,
})
