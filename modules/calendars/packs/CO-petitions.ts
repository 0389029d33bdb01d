import type { TermRule } from '#kernel/term.ts'
import { both, row } from './rule-row.ts'

const family = 'petition'
/** Once, told with reasons and the new date before expiry, to at most double (Ley 1755/2015 art. 14; the double: K). */
const extension = { times: 1, max: 'double' } as const
/** Art. 17: the petitioner has a month to complete, renewable once; the term comes back to life the day after. */
const suspension: TermRule['suspension'] = {
  causes: [
    { cause: 'customer-completion', cap: { amount: 1, unit: 'month' }, renewals: 1, times: 1 },
    { cause: 'evidence-period', cap: null, renewals: 0, times: null },
  ],
  resumes: 'next-day',
}
const INFORMATION = ['information', 'documents']

/** Right of petition (law-co.md §1). */
export const CO_PETITIONS: readonly TermRule[] = [
  row({ id: 'CO-PET-GEN', family, name: both('Petición general, queja, reclamo o sugerencia', 'General petition, complaint, claim or suggestion'),
    clock: 'final-answer', amount: 15, unit: 'working-day', extension, suspension, mark: 'V',
    onBreach: both('Falta disciplinaria (autoridades); riesgo de tutela', 'Disciplinary fault (authorities); risk of a constitutional action'),
    source: 'Ley 1755 de 2015, art. 14',
    applies: [{ kinds: ['complaint', 'claim', 'suggestion'] },
      { kinds: ['request'], exceptSubjects: [...INFORMATION, 'consultation'] },
      // Only an authority owes the longer term of a consultation.
      { kinds: ['request'], subjects: ['consultation'], exceptSubjects: INFORMATION, exceptFlags: ['authority'] }] }),
  row({ id: 'CO-PET-INFO', family, name: both('Petición de documentos o información', 'Petition for documents or information'),
    clock: 'final-answer', amount: 10, unit: 'working-day', extension, suspension, mark: 'V',
    onBreach: both('El silencio equivale a aceptación; copias dentro de los 3 días siguientes', 'Silence is acceptance; copies within 3 days'),
    source: 'Ley 1755 de 2015, art. 14, n. 1', applies: [{ kinds: ['request'], subjects: INFORMATION }] }),
  row({ id: 'CO-PET-CONS', family, name: both('Consulta a autoridad', 'Consultation of an authority'),
    clock: 'final-answer', amount: 30, unit: 'working-day', extension, suspension, mark: 'V',
    source: 'Ley 1755 de 2015, art. 14, n. 2', applies: [{ kinds: ['request'], subjects: ['consultation'], flags: ['authority'] }] }),
  row({ id: 'CO-PET-TRAS', family, name: both('Traslado por competencia', 'Transfer to the competent body'),
    clock: 'transfer', amount: 5, unit: 'working-day', mark: 'V',
    note: both('De inmediato si la petición es verbal; informar al peticionario', 'At once when the petition is oral; tell the petitioner'),
    source: 'Ley 1755 de 2015, art. 21', applies: [{ flags: ['other-competence'] }] }),
  row({ id: 'CO-PET-INC', family, name: both('Requerir que se complete la petición', 'Ask to complete an incomplete petition'),
    clock: 'completion-request', amount: 10, unit: 'working-day', mark: 'K',
    note: both('El peticionario tiene 1 mes para completar, prorrogable una vez; después, desistimiento. El término se suspende.',
      'The petitioner has 1 month to complete, renewable once; then withdrawal. The term is suspended.'),
    source: 'Ley 1755 de 2015, art. 17', applies: [{ flags: ['incomplete'] }] }),
]
