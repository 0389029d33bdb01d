import { es as facts } from './es-facts.ts'

/** El formulario de una regla: cada columna de la tabla de términos, con las palabras de quien la decide. */
export const es = {
  groups: { measures: 'Qué mide', counting: 'Cómo se cuenta', extension: 'Ampliación', pauses: 'Pausas', binds: 'A qué casos aplica', source: 'De dónde sale', force: 'Vigencia' },
  likeHint: 'Empieza con todo lo de ella, menos el nombre y la fuente; cambie lo que sea distinto.',
  fixed: 'Una versión nueva mide lo mismo: el reloj, la capa, de quién es el plazo y con qué comienza quedan como están. Para otra cosa, agregue otra regla.',
  family: 'Familia', familyHint: 'El paso del orden de decisión que la elige.', clock: 'Reloj', layer: 'Capa', starts: 'Comienza con',
  party: 'De quién es el plazo', parties: { company: 'de la empresa, para responder', customer: 'del cliente, para actuar' },
  first: 'Primer día', firsts: { 'next-day': 'el siguiente al que comienza', 'same-day': 'el mismo en que comienza' },
  late: 'Recibido después del cierre', counting: 'Días que cuentan', countings: { 'mon-fri': 'de lunes a viernes', 'mon-sat': 'de lunes a sábado', 'open-days': 'los que atiende la sucursal' },
  lastDay: 'Si el último no es hábil', lastDays: { stays: 'vence ese día', 'next-working-day': 'vence el siguiente día hábil' }, hourly: 'Las horas corren desde el instante en que comienza.',
  extensions: { none: 'no se amplía', double: 'hasta el doble', figure: 'hasta un número' }, extends: 'Se amplía', times: 'Cuántas veces', most: 'Hasta cuánto más', extensionHint: 'Se avisa al cliente antes de que venza.',
  pausesNone: 'Nada la detiene.', addPause: 'Agregar causa de pausa', pause: 'Causa', cap: 'Tope', capHint: 'Vacío: sin tope.', capUnit: 'Unidad del tope', renewals: 'Renovaciones', pauseTimes: 'Cuántas veces', pauseTimesHint: 'Vacío: las que hagan falta.',
  resumes: 'El día en que se reanuda', resumesOn: { 'same-day': 'cuenta', 'next-day': 'no cuenta; desde el siguiente' }, removePause: (cause: string) => `Quitar la causa «${cause}»`,
  always: 'Todos los casos de su familia.', condition: (n: number) => `Condición ${n}`, anyHolds: 'Basta con que se cumpla una de las condiciones.', addCondition: 'Agregar condición', removeCondition: (n: number) => `Quitar la condición ${n}`,
  kinds: 'Clases', kindsHint: 'Ninguna marcada: todas.', kindNames: { request: 'solicitud', complaint: 'queja', claim: 'reclamo', suggestion: 'sugerencia', compliment: 'felicitación' } as Record<string, string>,
  subjects: 'Trata de alguno de estos asuntos', exceptSubjects: 'y de ninguno de estos', flags: 'Lleva todas estas banderas', exceptFlags: 'y ninguna de estas', wordsHint: (known: string) => `Separados por comas. En uso: ${known}.`,
  words: facts.named,
  personalData: 'Datos personales', consumer: 'El cliente es consumidor', customers: 'Clientes del contrato', customersUnseen: (n: number) => `Los clientes del contrato${n > 0 ? ` (${n})` : ''} los elige quien los ve: su rol no los muestra.`, products: 'Productos o servicios', segments: 'Segmentos de clientes', segmentsHint: 'Separados por comas, como están en el cliente: Clínica, Industria.', whomHints: { customers: 'Vacío: de cualquier cliente.', products: 'Vacío: de cualquiera.' }, either: 'da lo mismo', yes: 'sí', no: 'no',
  breach: 'Si se incumple', breachEn: 'Si se incumple, en inglés', note: 'Nota', noteEn: 'Nota en inglés',
  said: { or: (text: string) => `o ${text}`, kinds: (list: string) => `clase: ${list}`, subjects: (list: string) => `asunto: ${list}`, exceptSubjects: (list: string) => `asunto distinto de ${list}`, flags: (list: string) => `con ${list}`, exceptFlags: (list: string) => `sin ${list}`, personalData: (yes: boolean): string => (yes ? 'de datos personales' : 'no de datos personales'), consumer: (yes: boolean): string => (yes ? 'de un consumidor' : 'no de un consumidor'), customers: (list: string) => `de ${list}`, customersUnseen: (n: number) => (n === 1 ? 'de un cliente con contrato' : `de ${n} clientes con contrato`), segments: (list: string) => `del segmento ${list}`, products: (list: string) => `sobre ${list}` },
  capped: (cause: string, cap: string) => `${cause}, hasta ${cap}`,
}
export type RuleFormWords = typeof es
