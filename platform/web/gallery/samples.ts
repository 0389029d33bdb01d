import { dayText, epochDay, weekdayOf } from '#kernel/day.ts'
import type { DueProof } from '../design/DueDate.tsx'

/** Thursday 16 July 2026, 10:20 in Bogotá: the pictures do not change with the day they are taken on. */
export const NOW = Date.parse('2026-07-16T10:20:00-05:00')

const HOLIDAYS: Record<string, string> = {
  '2026-06-29': 'San Pedro y San Pablo', '2026-07-13': 'Virgen de Chiquinquirá', '2026-07-20': 'Día de la Independencia',
}

/** Received Friday 26 June 2026, fifteen working days. */
export const proof: DueProof = (() => {
  const counted: string[] = []
  const skipped: { date: string; why: string }[] = []
  for (let day = epochDay('2026-06-27'); day <= epochDay('2026-07-22'); day++) {
    const date = dayText(day)
    const why = HOLIDAYS[date] ?? (weekdayOf(day) >= 6 ? 'fin de semana' : null)
    if (why) skipped.push({ date, why })
    else counted.push(date)
  }
  return {
    rule: '15 días hábiles', source: 'Ley 1480 de 2011, artículo 58, numeral 5', receivedAt: '2026-06-26T16:40:00-05:00',
    calendar: { name: 'Colombia, lunes a viernes', version: 7 }, counted, skipped,
  }
})()

export type SampleCase = {
  number: string
  customer: string
  kind: 'request' | 'complaint' | 'claim' | 'suggestion' | 'compliment'
  cause: string
  owner: string
  dueOn: string
  days: number
  elapsed: number
  near?: boolean
  amount: number
  receivedOn: string
}

export const cases: readonly SampleCase[] = [
  { number: 'BOG-2026-000123', customer: 'Clínica del Norte', kind: 'complaint', cause: 'Facturación', owner: 'Luz Marina Peña', dueOn: '2026-07-22', days: 3, elapsed: 0.8, amount: 1_284_000, receivedOn: '2026-06-26' },
  { number: 'BOG-2026-000119', customer: 'Soldaduras y Montajes Industriales del Magdalena Medio S.A.S.', kind: 'claim', cause: 'Cilindro con fuga en la válvula', owner: 'Andrés Quiñones', dueOn: '2026-07-16', days: 0, elapsed: 0.97, near: true, amount: 96_500, receivedOn: '2026-06-22' },
  { number: 'MDE-2026-000087', customer: 'Panadería La Espiga', kind: 'claim', cause: 'Entrega tardía', owner: '', dueOn: '2026-07-14', days: -2, elapsed: 1.13, amount: 0, receivedOn: '2026-06-18' },
  { number: 'BOG-2026-000131', customer: 'Ñáñez Gutiérrez, Óscar Iván', kind: 'request', cause: 'Certificado de calidad', owner: 'Luz Marina Peña', dueOn: '2026-07-30', days: 9, elapsed: 0.1, amount: 0, receivedOn: '2026-07-15' },
  { number: 'CLO-2026-000044', customer: 'مستشفى النور التخصصي', kind: 'suggestion', cause: 'Horario de entregas', owner: 'Yolanda Ríos', dueOn: '2026-08-06', days: 13, elapsed: 0.02, amount: 0, receivedOn: '2026-07-16' },
  { number: 'BOG-2026-000102', customer: 'Hospital San Juan de Dios', kind: 'compliment', cause: 'Atención del conductor', owner: 'Yolanda Ríos', dueOn: '2027-01-13', days: 120, elapsed: 0.2, amount: 12_450_900, receivedOn: '2026-07-01' },
]

export const manyCases = (count: number): SampleCase[] =>
  Array.from({ length: count }, (_, i) => ({ ...cases[i % cases.length]!, number: `BOG-2026-${String(i + 1).padStart(6, '0')}` }))

export const customers = [
  { id: '1', label: 'Clínica del Norte', detail: 'NIT 900.123.456-8 · Bogotá' },
  { id: '2', label: 'Clínica Nueva', detail: 'NIT 830.044.110-2 · Bogotá' },
  { id: '3', label: 'Clínica Oftalmológica y de Especialidades Quirúrgicas del Norte de Santander', detail: 'NIT 890.505.253-4 · Cúcuta' },
]
