import type { CountryPack } from '../contract.ts'
import { both, row } from './rule-row.ts'

const FULL = [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '16:00' }] as const
const HALF = [{ from: '07:30', to: '12:00' }] as const
const OPEN = { weekdays: 'open-days', lastDayOff: 'next-working-day' } as const

/** A country of fiction: weekend on Friday and Saturday, half a day on Thursday, terms in months. It proves that no country is built in. */
export const XX: CountryPack = {
  country: 'XX',
  name: both('Equis', 'Ex'),
  timeZone: 'Asia/Kathmandu',
  week: [FULL, FULL, FULL, HALF, [], [], FULL],
  holidays: [
    { name: both('Día del Cardo', 'Thistle Day'), date: { kind: 'fixed', month: 2, day: 29 }, source: 'Ley de Fiestas 1' },
    { name: both('Fiesta de la Balanza', 'Feast of Scales'), date: { kind: 'fixed', month: 9, day: 23 }, source: 'Ley de Fiestas 2', until: '2027-12-31' },
    { name: both('Lunes de Faroles', 'Lantern Monday'), date: { kind: 'next-monday', month: 12, day: 29 }, source: 'Ley de Fiestas 3' },
    { name: both('Domingo de Ferias', 'Fair Sunday'), date: { kind: 'easter', days: 7, toMonday: false }, source: 'Ley de Fiestas 4' },
  ],
  terms: [
    row({ id: 'XX-ACK', family: 'office', name: both('Acuse de recibo', 'Acknowledgement'), clock: 'acknowledgement', amount: 4, unit: 'working-hour', weekdays: 'open-days',
      source: 'Carta de la Oficina, 2', mark: 'K' }),
    row({ id: 'XX-ANSWER', family: 'office', name: both('Respuesta', 'Answer'), clock: 'final-answer', amount: 1, unit: 'month', ...OPEN, extension: { times: 2, max: 2 },
      suspension: { causes: [{ cause: 'customer-completion', cap: { amount: 20, unit: 'calendar-day' }, renewals: 0, times: 2 }], resumes: 'same-day' },
      source: 'Carta de la Oficina, 3', mark: 'K' }),
    row({ id: 'XX-URGENT', family: 'office', name: both('Respuesta urgente', 'Urgent answer'), clock: 'final-answer', amount: 3, unit: 'working-day', ...OPEN, start: 'same-day',
      afterHours: 'file-same-day', source: 'Carta de la Oficina, 4', mark: 'K', applies: [{ flags: ['urgent'] }] }),
    row({ id: 'XX-AUDIT', family: 'office', name: both('Informe a la Oficina', 'Report to the Office'), clock: 'authority-report', amount: null, unit: 'month',
      source: 'Carta de la Oficina, 9', mark: 'TC', applies: [{ kinds: ['claim'] }] }),
  ],
  decision: [{ id: 'office', when: [], unlessTaken: [], families: ['office'] }],
  flags: { company: [], asked: ['urgent'] },
  idTypes: [{ code: 'X1', name: both('Ficha', 'Token'), of: 'both' }],
  emergencyNumbers: [],
  labels: { cases: both('Asuntos', 'Matters'), caseNumber: both('Número de asunto', 'Matter number') },
}
