import type { StartsFrom } from '#kernel/term.ts'

/** Lo que trae un deber, en la frase en la que se lee: desde cuándo corre, qué día fue, qué día se pregunta. */
type Event = { begins: string; happened: (day: string) => string; ask: string }
const events: Record<StartsFrom, Event> = {
  receipt: { begins: 'cuando se reciba', happened: (day) => `Se recibió el ${day}.`, ask: 'Qué día se recibió' },
  'oral-filing': { begins: 'cuando se radique de viva voz', happened: (day) => `Se radicó de viva voz el ${day}.`, ask: 'Qué día se radicó de viva voz' },
  'claim-and-goods': { begins: 'cuando el cliente entregue el bien', happened: (day) => `El cliente entregó el bien el ${day}.`, ask: 'Qué día entregó el cliente el bien' },
  delivery: { begins: 'cuando se entregue el bien o se contrate el servicio', happened: (day) => `Se entregó el bien o se contrató el servicio el ${day}.`, ask: 'Qué día se entregó el bien o se contrató el servicio' },
  exercise: { begins: 'cuando el cliente se retracte', happened: (day) => `El cliente se retractó el ${day}.`, ask: 'Qué día se retractó el cliente' },
  'exercise-and-return': {
    begins: 'cuando el cliente se haya retractado, dado bien sus datos y devuelto el producto', happened: (day) => `Desde el ${day} está todo: el retracto, los datos del cliente y el producto devuelto.`,
    ask: 'Desde qué día está todo: el retracto, los datos y el producto',
  },
  expiry: { begins: 'cuando se venza el término para responder', happened: (day) => `El término para responder se venció el ${day}.`, ask: 'Qué día se venció el término para responder' },
  decision: { begins: 'cuando se decida la respuesta', happened: (day) => `La respuesta se decidió el ${day}.`, ask: 'Qué día se decidió la respuesta' },
  'answer-known': { begins: 'cuando el cliente conozca la respuesta', happened: (day) => `El cliente conoció la respuesta el ${day}.`, ask: 'Qué día conoció el cliente la respuesta' },
  'complete-claim': { begins: 'cuando el reclamo esté completo', happened: (day) => `El reclamo quedó completo el ${day}.`, ask: 'Qué día quedó completo el reclamo' },
  registration: { begins: 'cuando quede inscrito en el registro', happened: (day) => `Quedó inscrito en el registro el ${day}.`, ask: 'Qué día quedó inscrito en el registro' },
  knowledge: { begins: 'cuando se sepa lo que pasó', happened: (day) => `Se supo lo que pasó el ${day}.`, ask: 'Qué día se supo lo que pasó' },
  event: { begins: 'el día en que ocurrió, en cuanto se diga', happened: (day) => `Ocurrió el ${day}.`, ask: 'Qué día ocurrió' },
  period: { begins: 'cuando termine el periodo', happened: (day) => `El periodo terminó el ${day}.`, ask: 'Qué día terminó el periodo' },
}

/** Lo que la empresa debe hacer además de responder: qué lo trae, cuándo se cumplió y ante quién. */
export const es = {
  title: 'Deberes', explain: 'Lo que hay que hacer además de responder.',
  unconfirmed: 'Se debe ya; falta que la empresa confirme para cuándo.',
  events,
  begins: (when: string) => `Aún no corre: empieza ${when}.`,
  acts: { begin: 'Ya ocurrió', fulfil: 'Se cumplió', release: 'No se debía', 'take-back': 'Fue un error' },
  fulfil: (name: string) => `Se cumplió «${name}»`, release: (name: string) => `No se debía «${name}»`,
  brings: (names: string) => `Desde ese día corre: ${names}.`,
  on: 'Qué día', note: 'Nota', noteHint: 'Lo que lo prueba: guía, acta, quién lo recibió.',
  doneOn: 'Qué día se cumplió', to: 'Ante quién, o a quién', filing: 'Número de radicado',
  notOwedNote: 'Por qué no se debía', notOwedExplain: 'Ya no habrá que cumplirlo, y si corría un término se detiene. Queda en la historia.',
  begun: 'Quedó dicho; lo que ya tiene fecha está en Términos', done: 'El deber quedó cumplido', released: 'El deber quedó sin efecto',
  outcomes: {
    done: (day: string, more: string) => `Cumplido el ${day}${more && `, ${more}`}`,
    'not-owed': (_: string, more: string) => `No se debía${more && `: ${more}`}`,
    withdrawn: (day: string, _: string) => `Sin efecto desde el ${day}: el cliente desistió`,
    corrected: (day: string, _: string) => `Se corrigió el ${day}`,
  },
  toWhom: (who: string) => `ante ${who}`, filed: (filing: string) => `radicado ${filing}`,
  putRight: (day: string) => `El caso dice ahora que ocurrió el ${day}.`,
  putRightDue: (day: string, due: string, late: boolean) => `El caso dice ahora que ocurrió el ${day}; contado desde ese día vencía el ${due}${late ? ', antes de que se cumpliera' : ''}.`,
  takeBackTitle: (name: string) => `«${name}» se debe todavía`, takeBackVerb: 'Dejar por cumplir', takenBack: 'El deber quedó otra vez por cumplir',
  takeBackExplain: 'Si tenía término, corre otra vez desde donde iba, con sus avisos, y si ya pasó está vencido. Lo que se había dicho queda a la vista, con el motivo.',
  saidByMistake: (said: string, why: string) => `Se dijo por error: ${said}.${why && ` Motivo: ${why}`}`,
}
export type DutyWords = typeof es
