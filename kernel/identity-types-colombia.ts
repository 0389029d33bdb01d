import type { IdentityType } from './identity-document.ts'

/**
 * Identity documents of Colombia: the DIAN's list for electronic invoices (Anexo técnico de la factura electrónica,
 * table 13.2.1). Lengths are generous where issuing offices differ: a document in the hand of a customer is never refused for taste.
 */
export const COLOMBIAN_IDENTITY_TYPES: readonly IdentityType[] = [
  { code: 'NIT', alsoWritten: ['n.i.t.', 'nit no', 'rut'], pattern: '[1-9]\\d{4,9}', shown: 'thousands', check: 'dian-nit' },
  { code: 'CC', alsoWritten: ['c.c.', 'cédula', 'cédula de ciudadanía', 'cc no'], pattern: '[1-9]\\d{2,9}', shown: 'thousands', check: null },
  { code: 'CE', alsoWritten: ['c.e.', 'cédula de extranjería'], pattern: '[A-Z]?\\d{3,9}', shown: 'none', check: null },
  { code: 'TI', alsoWritten: ['t.i.', 'tarjeta de identidad'], pattern: '\\d{10,11}', shown: 'none', check: null },
  { code: 'RC', alsoWritten: ['r.c.', 'registro civil'], pattern: '[0-9A-Z]{8,12}', shown: 'none', check: null },
  { code: 'NUIP', alsoWritten: ['n.u.i.p.'], pattern: '[0-9A-Z]{8,11}', shown: 'none', check: null },
  { code: 'PA', alsoWritten: ['pasaporte', 'passport', 'pas'], pattern: '[0-9A-Z]{4,16}', shown: 'none', check: null },
  { code: 'TE', alsoWritten: ['tarjeta de extranjería'], pattern: '[0-9A-Z]{3,12}', shown: 'none', check: null },
  { code: 'PEP', alsoWritten: ['permiso especial de permanencia'], pattern: '\\d{15}', shown: 'none', check: null },
  { code: 'PPT', alsoWritten: ['permiso por protección temporal'], pattern: '\\d{6,8}', shown: 'none', check: null },
  { code: 'DIE', alsoWritten: ['documento de identificación extranjero'], pattern: '[0-9A-Z]{4,20}', shown: 'none', check: null },
  { code: 'NITE', alsoWritten: ['nit de otro país'], pattern: '[0-9A-Z]{4,20}', shown: 'none', check: null },
]
