import type { TermRule } from '#kernel/term.ts'
import { both, row } from './rule-row.ts'

const family = 'personal-data'
const CHANGE = ['data-correction', 'data-update', 'data-deletion', 'consent-withdrawal']
const CLAIM: TermRule['applies'] = [{ kinds: ['claim', 'complaint'] }, { subjects: CHANGE }]
const onBreach = both('Sanción de la SIC', 'Sanction by the authority')

/** Habeas data (law-co.md §1). */
export const CO_PERSONAL_DATA: readonly TermRule[] = [
  row({ id: 'CO-HD-CONS', family, name: both('Habeas data: consulta', 'Personal data: consultation'), clock: 'final-answer', amount: 10, unit: 'working-day',
    extension: { times: 1, max: 5 }, onBreach, source: 'Ley 1581 de 2012, art. 14', mark: 'V', applies: [{ kinds: ['request', 'suggestion'], exceptSubjects: CHANGE }] }),
  row({ id: 'CO-HD-RECL', family, name: both('Habeas data: reclamo (corregir, actualizar, suprimir, revocar)', 'Personal data: claim (correct, update, erase, revoke)'),
    clock: 'final-answer', amount: 15, unit: 'working-day', extension: { times: 1, max: 8 }, onBreach, source: 'Ley 1581 de 2012, art. 15', mark: 'V', applies: CLAIM }),
  row({ id: 'CO-HD-INC', family, name: both('Habeas data: requerir que se complete el reclamo', 'Personal data: ask to complete the claim'), clock: 'completion-request',
    amount: 5, unit: 'calendar-day', source: 'Ley 1581 de 2012, art. 15', mark: 'S',
    note: both('Por confirmar si los días son calendario o hábiles: se cuenta el plazo más corto. 2 meses sin respuesta son desistimiento (K)',
      'Calendar or working days to be confirmed: the shorter is counted. 2 months without answer are a withdrawal (K)'),
    applies: [{ flags: ['incomplete'] }] }),
  row({ id: 'CO-HD-TRAS', family, name: both('Habeas data: trasladar el reclamo a quien es competente', 'Personal data: pass the claim to who is competent'), clock: 'transfer',
    amount: 2, unit: 'working-day', source: 'Ley 1581 de 2012, art. 15', mark: 'S', applies: [{ flags: ['other-competence'] }] }),
  row({ id: 'CO-HD-LEY', family, name: both('Leyenda «reclamo en trámite» en la base de datos', 'Note “claim in process” in the database'), clock: 'registry-note',
    amount: 2, unit: 'working-day', startsFrom: 'complete-claim', source: 'Ley 1581 de 2012, art. 15', mark: 'K', applies: CLAIM }),
]
