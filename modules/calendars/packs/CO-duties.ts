import type { TermRule } from '#kernel/term.ts'
import { both, row } from './rule-row.ts'

const family = 'duties'

/** Duties toward authorities that a case may reveal, whatever rule answers it (law-co.md §1). */
export const CO_DUTIES: readonly TermRule[] = [
  row({ id: 'CO-RNE', family, name: both('Dejar de contactar un número inscrito en el RNE', 'Stop contacting a number in the do-not-contact registry'), clock: 'stop-contact',
    amount: 5, unit: 'working-day', startsFrom: 'registration', onBreach: both('Actuación de la SIC', 'Action by the authority'),
    source: 'Reglas de la CRC sobre el RNE', mark: 'S', applies: [{ subjects: ['do-not-contact'] }] }),
  row({ id: 'CO-CON-SEG', family, name: both('Informar a la autoridad de un producto inseguro', 'Inform the authority of an unsafe product'), clock: 'authority-report',
    amount: null, unit: 'calendar-day', startsFrom: 'knowledge', source: 'Ley 1480 de 2011, art. 19; Decreto 679 de 2016', mark: 'TC', applies: [{ subjects: ['unsafe-product'] }] }),
  row({ id: 'CO-FV-SERIO', family, name: both('Gas medicinal: evento adverso serio', 'Medicinal gas: serious adverse event'), clock: 'authority-report', amount: null, unit: 'hour',
    startsFrom: 'knowledge', since: '2025-03-01', onBreach: both('Sanción del Invima', 'Sanction by the medicines agency'),
    note: both('Era de 72 h para lo serio e inesperado; los términos vigentes están por confirmar', 'It was 72 h for serious and unexpected; the terms in force are to be confirmed'),
    source: 'Resolución Invima 2024015321 de 2024', mark: 'TC', applies: [{ subjects: ['adverse-event'] }] }),
  row({ id: 'CO-SST-FURAT', family, name: both('Accidente de trabajo: reporte a ARL y EPS', 'Work accident: report to insurer and health provider'), clock: 'authority-report',
    amount: 2, unit: 'working-day', startsFrom: 'event', source: 'Reporte FURAT', mark: 'V',
    note: both('Si es grave o mortal, también al Ministerio del Trabajo', 'When severe or fatal, to the ministry of labour too'), applies: [{ subjects: ['work-accident'] }] }),
  row({ id: 'CO-SST-INV', family, name: both('Investigar el incidente o accidente de trabajo', 'Investigate the work incident or accident'), clock: 'investigation',
    amount: 15, unit: 'calendar-day', startsFrom: 'event', onBreach: both('Reporte a la ARL', 'Report to the insurer'), source: 'Resolución 1401 de 2007', mark: 'V',
    note: both('Días calendario para lo grave o mortal; en los demás las fuentes no coinciden: se cuenta el plazo más corto',
      'Calendar days when severe or fatal; for others sources differ: the shorter is counted'), applies: [{ subjects: ['work-accident', 'work-incident'] }] }),
  row({ id: 'CO-AMB-CONT', family, name: both('Contingencia ambiental, formato único', 'Environmental contingency, single form'), clock: 'authority-report', amount: null, unit: 'hour',
    startsFrom: 'event', source: 'Resolución 1767 de 2016 (con licencia); Resolución 1486 de 2018 (sin licencia)', mark: 'TC',
    note: both('Reporte inicial por confirmar (24 h, K); reportes de seguimiento a la autoridad ambiental', 'First report to be confirmed (24 h, K); follow-up reports to the authority'),
    applies: [{ subjects: ['environmental-contingency'] }] }),
]
