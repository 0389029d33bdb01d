import type { TermRule } from '#kernel/term.ts'
import { both, row } from './rule-row.ts'

const family = 'utility'

/** LP gas as a domiciliary public service: only for a tenant that is an E.S.P. (law-co.md §1). */
export const CO_UTILITY: readonly TermRule[] = [
  row({ id: 'CO-SPD-PQR', family, name: both('Servicio público domiciliario (GLP): petición, queja o recurso', 'Public utility (LPG): petition, complaint or appeal'),
    clock: 'final-answer', amount: 15, unit: 'working-day', mark: 'V',
    // Only delay by evidence, or caused by the user (K).
    suspension: { causes: [{ cause: 'evidence-period', cap: null, renewals: 0, times: null }, { cause: 'user-delay', cap: null, renewals: 0, times: null }], resumes: 'next-day' },
    onBreach: both('Silencio administrativo positivo: se entiende concedida si es tardía, no es de fondo o se notifica mal',
      'Positive silence: held granted when late, not on the merits or badly notified'),
    source: 'Ley 142 de 1994, art. 158; Decreto-Ley 2150 de 1995, art. 123' }),
  row({ id: 'CO-SPD-SAP', family, name: both('Reconocer los efectos del silencio administrativo positivo', 'Recognise the effects of positive silence'),
    clock: 'silence-effects', amount: 72, unit: 'hour', startsFrom: 'expiry', mark: 'V', onBreach: both('Sanción de la SSPD', 'Sanction by the regulator'),
    source: 'Ley 142 de 1994, art. 158; Decreto-Ley 2150 de 1995, art. 123', applies: [{ flags: ['answer-expired'] }] }),
  row({ id: 'CO-SPD-NOT', family, name: both('Enviar la citación o notificación de la respuesta', 'Send the summons or notification of the answer'),
    clock: 'notification', amount: 5, unit: 'working-day', startsFrom: 'decision', mark: 'S',
    onBreach: both('La notificación defectuosa equivale a silencio positivo', 'A defective notice equals positive silence'),
    source: 'Ley 142 de 1994, art. 159; CPACA, arts. 66 y ss.', applies: [{ flags: ['answer-decided'] }] }),
  row({ id: 'CO-SPD-REC', family, name: both('Plazo del usuario: reposición y en subsidio apelación', "User's term: review and, failing that, appeal"),
    clock: 'appeal', party: 'customer', amount: 5, unit: 'working-day', startsFrom: 'answer-known', mark: 'V',
    note: both('La carta de respuesta debe anunciarlo', 'The answer letter must announce it'),
    source: 'Ley 142 de 1994, art. 154', applies: [{ flags: ['answer-notified'] }] }),
  row({ id: 'CO-SPD-SUI', family: 'duties', name: both('Reporte de PQR al SUI', 'Report of cases to the SUI'), clock: 'authority-report', amount: null, unit: 'calendar-day',
    startsFrom: 'period', mark: 'TC', note: both('Periódico, según el calendario de la SSPD; existe (V), campos por confirmar', "Periodic, by the regulator's calendar; it exists (V), fields to confirm"),
    source: 'Resolución SSPD 20151300054575 de 2015 y sus cambios', applies: [{ flags: ['es_ESP_GLP', 'lpg-user'] }] }),
]
