import { nitCheckDigit } from '#kernel/nit.ts'
import type { Kind, Severity } from '#modules/cases/contract.ts'
import type { AreaCode, BranchCode } from './places.ts'

const TAX_NUMBER = '999000170'

/** The demonstration company: its name is made of no real one's, its tax number lies where none has been given. */
export const COMPANY = {
  name: 'Tequendal Gases S. A. S.',
  taxId: `${TAX_NUMBER}-${nitCheckDigit(TAX_NUMBER)}`,
  country: 'CO',
  language: 'es',
  timeZone: 'America/Bogota',
} as const

/** Money that goes back to a customer above this, in pesos, a second person approves. */
export const APPROVAL_ABOVE = 500_000
export const APPROVALS: readonly { kinds: readonly Kind[]; amountAbove: string | null }[] = [{ kinds: [], amountAbove: String(APPROVAL_ABOVE) }]

/** By codes; first that fits. A class or typology stands for the causes below it. `owner`: the key of a person. */
export type DemoRouting = { name: string; area: AreaCode; owner?: string; kinds?: readonly Kind[]; causes?: readonly string[]; branches?: readonly BranchCode[]; severities?: readonly Severity[] }

export const ROUTES: readonly DemoRouting[] = [
  { name: 'Fugas: producción, con aviso a SSMA', area: 'PRG', causes: ['PRD.CIL.FUG'] },
  { name: 'Gas contaminado: Calidad', area: 'CAL', causes: ['PRD.CAL.CON', 'PRD.CIL.ROT'] },
  { name: 'Termos: Producción de Líquidos', area: 'PRL', causes: ['PRD.CIL.TER'] },
  { name: 'Prueba hidrostática y pintura: taller', area: 'MTO', causes: ['PRD.CIL.PH', 'PRD.CIL.EST'] },
  { name: 'Hojas de seguridad y capacitación: SSMA', area: 'HSE', causes: ['PRD.DOC.FDS', 'EQU.SOP.CAP', 'SSM'] },
  { name: 'Certificados y registros: Calidad', area: 'CAL', causes: ['PRD.DOC.CER', 'PRD.DOC.INV'] },
  { name: 'Cilindro de reclamo mezclado: Entrega', area: 'ENT', causes: ['PRD.DEV.CON'] },
  { name: 'Contenido, peso, válvulas y devoluciones: Producción de Gases', area: 'PRG', causes: ['PRD'] },
  { name: 'Entrega y recogida', area: 'ENT', causes: ['ENT'] },
  { name: 'Facturación', area: 'FAC', causes: ['FAC'] },
  { name: 'Cartera y saldos', area: 'CAR', causes: ['CAR'] },
  { name: 'Gestión comercial', area: 'GEC', causes: ['GEC'] },
  { name: 'Equipos y soporte técnico', area: 'MTO', causes: ['EQU'] },
  { name: 'Atención, datos personales y voz del cliente', area: 'SAC', causes: ['ATE', 'DAT', 'VOZ'] },
  { name: 'Lo demás lo lee Servicio al Cliente', area: 'SAC' },
]
