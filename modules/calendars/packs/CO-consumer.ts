import type { TermRule } from '#kernel/term.ts'
import { both, row } from './rule-row.ts'

const family = 'consumer'
const claimAndGoods = { startsFrom: 'claim-and-goods' } as const

/** Consumer statute: direct claim, warranty, withdrawal (law-co.md §1). */
export const CO_CONSUMER: readonly TermRule[] = [
  row({ id: 'CO-CON-RD', family, name: both('Reclamación directa del consumidor', 'Direct consumer claim'),
    clock: 'final-answer', amount: 15, unit: 'working-day', mark: 'V',
    onBreach: both('Requisito previo ante la SIC o el juez; no responder pesa contra el proveedor', 'Precedes the authority or the judge; no reply weighs against the supplier'),
    note: both('La respuesta debe ser motivada y llevar sus pruebas', 'The reply must give reasons and carry its evidence'),
    source: 'Ley 1480 de 2011, art. 58, n. 5' }),
  row({ id: 'CO-CON-CONST', family, name: both('Constancia del reclamo verbal; grabación del telefónico', 'Written record of an oral claim; recording of a telephone one'),
    clock: 'written-record', amount: 0, unit: 'hour', startsFrom: 'oral-filing', mark: 'S',
    onBreach: both('Si se niega, basta la declaración jurada del consumidor', "If refused, the consumer's sworn statement suffices"),
    source: 'Ley 1480 de 2011, art. 58', applies: [{ flags: ['oral'] }] }),
  row({ id: 'CO-GAR-REP', family, name: both('Garantía: reparación', 'Warranty: repair'), clock: 'remedy', amount: 30, unit: 'working-day', ...claimAndGoods,
    note: both('La SIC puede fijar términos por sector', 'The authority may set terms by sector'),
    source: 'Decreto 735 de 2013 (compilado en el Decreto 1074 de 2015)', mark: 'S', applies: [{ subjects: ['warranty-repair'] }] }),
  row({ id: 'CO-GAR-CAM', family, name: both('Garantía: reposición', 'Warranty: replacement'), clock: 'remedy', amount: 10, unit: 'working-day', ...claimAndGoods,
    source: 'Decreto 735 de 2013', mark: 'S', applies: [{ subjects: ['warranty-replacement'] }] }),
  row({ id: 'CO-GAR-DIN', family, name: both('Garantía: devolución del dinero', 'Warranty: refund'), clock: 'refund', amount: 15, unit: 'working-day', ...claimAndGoods,
    source: 'Decreto 735 de 2013', mark: 'TC', applies: [{ subjects: ['warranty-refund'] }] }),
  row({ id: 'CO-RET-EJ', family, name: both('Retracto: plazo del consumidor para ejercerlo', 'Withdrawal: term for the consumer to exercise it'), clock: 'withdrawal',
    party: 'customer', amount: 5, unit: 'working-day', startsFrom: 'delivery', mark: 'V',
    note: both('Excepciones: servicio iniciado, precio de mercado, hecho a la medida, perecedero, uso personal…',
      'Exceptions: service begun, market price, made to measure, perishable, personal use…'),
    source: 'Ley 1480 de 2011, art. 47', applies: [{ subjects: ['withdrawal'] }] }),
  row({ id: 'CO-RET-DEV', family, name: both('Retracto: reembolso, regla general', 'Withdrawal: refund, general rule'), clock: 'refund', amount: 30, unit: 'calendar-day',
    startsFrom: 'exercise', mark: 'TC',
    note: both('Sin descuentos. Las fuentes no coinciden en si los días son calendario o hábiles: se cuenta el plazo más corto',
      'No deductions. Sources disagree on calendar or working days: the shorter is counted'),
    source: 'Ley 1480 de 2011, art. 47', applies: [{ subjects: ['withdrawal'] }] }),
  row({ id: 'CO-RET-DEV-EC', family, name: both('Retracto: reembolso en comercio electrónico', 'Withdrawal: refund in electronic commerce'), clock: 'refund',
    amount: 15, unit: 'calendar-day', startsFrom: 'exercise-and-return', since: '2024-12-19', mark: 'V',
    note: both('Por el mismo medio de pago o el acordado', 'By the same means of payment or one agreed'),
    source: 'Ley 2439 de 2024', applies: [{ subjects: ['withdrawal'], flags: ['electronic-commerce'] }] }),
  row({ id: 'CO-EC-PQR', family, name: both('Comercio electrónico: PQR con fecha, hora, número y seguimiento', 'Electronic commerce: channel with date, time, number and follow-up'),
    clock: 'acknowledgement', amount: 0, unit: 'hour', mark: 'S', onBreach: both('Sanción de la SIC', 'Sanction by the authority'),
    source: 'Ley 1480 de 2011, art. 50; Ley 2439 de 2024', applies: [{ flags: ['electronic-commerce'] }] }),
]
