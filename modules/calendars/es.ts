import type { Clock, Layer, Mark, StartsFrom, TermRule, Unit } from '#kernel/term.ts'
import type { Weekdays } from '#kernel/calendar.ts'
import type { ExtensionRefusal } from '#kernel/extension.ts'
import type { PauseRefusal } from '#kernel/pauses.ts'
import type { CalendarFieldRefusal, CalendarRefusal } from './contract-endpoints.ts'

const unit: Record<Unit, { one: string; other: string }> = {
  'working-day': { one: 'día hábil', other: 'días hábiles' },
  'calendar-day': { one: 'día calendario', other: 'días calendario' },
  'working-hour': { one: 'hora hábil', other: 'horas hábiles' },
  hour: { one: 'hora', other: 'horas' },
  month: { one: 'mes', other: 'meses' },
}
const mark: Record<Mark, string> = {
  V: 'verificada', S: 'una sola fuente', K: 'según el uso del oficio', TC: 'por confirmar con el asesor jurídico',
}
const layer: Record<Layer, string> = { law: 'Término de ley', contract: 'Término del contrato', internal: 'Meta interna' }
const clock: Record<Clock, string> = {
  acknowledgement: 'Acuse de recibo', 'first-answer': 'Primera respuesta de una persona', 'area-answer': 'Respuesta del área', 'final-answer': 'Respuesta de fondo',
  'written-record': 'Constancia', transfer: 'Traslado', 'completion-request': 'Requerimiento para completar', remedy: 'Solución', refund: 'Devolución del dinero',
  withdrawal: 'Retracto', 'silence-effects': 'Efectos del silencio', notification: 'Notificación', appeal: 'Recurso', 'registry-note': 'Leyenda en la base',
  'stop-contact': 'Cese de contacto', 'authority-report': 'Reporte a la autoridad', investigation: 'Investigación',
}
const startsFrom: Record<StartsFrom, string> = {
  receipt: 'Recibido', 'oral-filing': 'Radicado de viva voz', 'claim-and-goods': 'Reclamo hecho y bien entregado', delivery: 'Entrega del bien o contrato del servicio',
  exercise: 'Retracto ejercido', 'exercise-and-return': 'Retracto ejercido, con datos correctos y producto devuelto', expiry: 'Vencido el término de respuesta', decision: 'Respuesta decidida',
  'answer-known': 'Respuesta conocida', 'complete-claim': 'Reclamo completo', registration: 'Inscripción en el registro', knowledge: 'Conocimiento del hecho', event: 'Hecho ocurrido', period: 'Fin del periodo',
}
const startOf = (day: string) => (from: TermRule['start'], counting: Weekdays, workingDays: boolean) => {
  if (from === 'next-day') return workingDays ? `El día ${day} no cuenta. ${weekdays[counting]}` : `El día ${day} no cuenta.`
  return workingDays ? `El día ${day} cuenta si es hábil para esta regla. ${weekdays[counting]}` : `El día ${day} cuenta.`
}
const weekdays: Record<Weekdays, string> = {
  'mon-fri': 'Son hábiles los días de lunes a viernes que no sean festivos.', 'mon-sat': 'Son hábiles los días de lunes a sábado que no sean festivos.',
  'open-days': 'Son hábiles los días en que se atiende según el calendario.',
}
const weekday = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']
const cause: Record<string, string> = {
  'customer-completion': 'en espera de que el cliente complete', 'evidence-period': 'periodo probatorio', 'user-delay': 'demora causada por el usuario', waiting: 'en espera del cliente',
}
const ignored: Record<PauseRefusal | ExtensionRefusal, string> = {
  'pause-cause-not-allowed': 'la regla no admite esa causa',
  'pause-times-exhausted': 'la regla no admite otra pausa por esa causa',
  'pause-already-open': 'el término ya está en pausa',
  'pause-too-late': 'el término ya venció',
  'extension-not-allowed': 'la regla no admite ampliación',
  'extension-times-exhausted': 'ya se amplió las veces que la regla admite',
  'extension-too-long': 'pasa de lo que la regla admite',
  'extension-amount-wrong': 'la ampliación debe ser un número entero y positivo',
  'extension-notice-late': 'se avisó después del vencimiento',
}

const refusals: Record<CalendarRefusal | CalendarFieldRefusal, string> = {
  'calendar-name-taken': 'Ya hay un calendario con ese nombre. Elija otro.',
  'calendar-unchanged': 'El calendario propuesto es igual al vigente; no hay nada que aplicar.',
  'hours-reach-back': 'El horario de días ya pasados no se cambia: el tiempo usado queda usado. Indique desde qué día rige el horario nuevo, de hoy en adelante.',
  'rule-id-taken': 'Ya hay una regla con ese código. Elija otro, o escriba una versión nueva de aquella.',
  'rule-unchanged': 'La regla propuesta es igual a la vigente; no hay nada que aplicar.',
  'rule-measures-other': 'Una versión nueva no puede medir otra cosa: el reloj, la capa, la parte y el hecho que lo inicia quedan como están. Para eso cree otra regla.',
  'rule-out-already': 'Esa regla ya no está en uso.',
  'family-unknown': 'Ningún paso del orden de decisión usa esa familia; la regla nunca se elegiría.',
  'not-a-day': 'Esa fecha no existe.',
  'no-such-zone': 'Esa zona horaria no existe.',
  'period-ends-before-it-begins': 'El periodo debe terminar después de empezar.',
  'periods-overlap': 'Los periodos de un mismo día se cruzan.',
  'week-never-opens': 'La semana debe tener al menos un periodo de atención.',
  'weeks-out-of-order': 'Los horarios deben ir en orden de fecha, sin dos desde el mismo día.',
  'special-day-twice': 'Ese día especial está dos veces.',
  'days-are-whole': 'Los días y los meses son números enteros.',
  'until-before-since': 'El último día de vigencia es anterior al primero.',
  'rule-id': 'El código lleva mayúsculas, cifras y guiones: CLI-HOSPITAL-24H.',
  'clock-time': 'La hora se escribe como 08:00; el día termina a las 24:00.',
  'calendar-unknown': 'Ese calendario no existe.',
  'rule-unknown': 'Esa regla no existe o ya no está en uso.',
  'branch-unknown-here': 'Esa sucursal no existe.',
  'flag-unknown': 'Las reglas de este país no distinguen a una empresa por «{flag}».',
}

const moved = {
  amount: (before: string, after: string) => `${before} → ${after}`,
  filed: (before: string, after: string) => `se entiende radicado el ${after}, antes el ${before}`,
  skipped: (day: string, why: string) => `${day} ya no cuenta: ${why}`,
  counted: (day: string) => `${day} ahora cuenta`,
  hours: 'cambia el horario de atención',
  begun: (day: string) => `se debía sin fecha; corre desde el ${day}`,
  kept: {
    told: 'se conserva: el cliente tiene esta fecha en su acuse',
    extension: 'se conserva: la ampliación ya se avisó al cliente y con la versión nueva no valdría',
    rule: 'se conserva: la versión nueva no rige para el día en que se recibió',
  },
}

/** Sentences that explain a term, in the trade's words. */
export const es = {
  locale: 'es-CO',
  undefined: 'sin definir',
  atOnce: 'en el acto',
  unit, mark, layer, clock, weekday, cause, ignored, startsFrom, refusals, moved,
  pausedWhy: (why: string) => `término suspendido (${why})`,
  afterHours: 'recibido después del cierre',
  rule: (name: string, id: string, version: number, amount: string) => `${name} (regla ${id}, versión ${version}): ${amount}.`,
  source: (source: string, certainty: string) => `Fuente: ${source} (${certainty}).`,
  event: (from: StartsFrom, when: string, zone: string) => `${startsFrom[from]} el ${when} (hora de ${zone}).`,
  eventOn: (from: StartsFrom, day: string) => `${startsFrom[from]} el ${day}.`,
  filed: (day: string) => `Llegó fuera del horario o en día no hábil: se entiende radicado el ${day}; la hora real de recibo se conserva.`,
  notComputed: 'La fuente no define este término, por eso no se calcula. Confírmelo con su asesor jurídico.',
  start: { filed: startOf('de la radicación'), happened: startOf('del hecho') },
  monthly: 'Se cuenta de fecha a fecha; si el mes no tiene ese día, vence el último.',
  hourly: 'Corre desde el instante en que comienza.',
  hourlyAtWork: 'Corre solo durante las horas de atención del calendario.',
  counted: (count: number, list: string) => `${count === 1 ? 'Se contó 1 día' : `Se contaron ${count} días`}: ${list}.`,
  worked: (total: string, list: string) => `Se contaron ${total} de atención: ${list}.`,
  stretch: (from: string, to: string) => `${from} a ${to}`,
  skipped: (count: number, list: string) => `${count === 1 ? 'No contó 1 día' : `No contaron ${count} días`}: ${list}.`,
  noneSkipped: 'No hubo días sin contar.',
  pause: (why: string, from: string, to: string | null, capped: boolean) =>
    `Suspendido ${why} desde el ${from} ${to === null ? 'y aún no se reanuda' : `hasta el ${to}`}${capped ? ' (tope de la regla)' : ''}.`,
  pauseIgnored: (why: string, from: string, reason: string) => `La pausa ${why} del ${from} no detuvo el término: ${reason}.`,
  extension: (amount: string, at: string, before: string | null) => `Ampliado en ${amount}, avisado el ${at}${before ? `; antes vencía el ${before}` : ''}.`,
  extensionIgnored: (amount: string, at: string, reason: string) => `La ampliación de ${amount} avisada el ${at} no vale: ${reason}.`,
  due: (day: string, time: string) => `Vence el ${day} a las ${time}.`,
  held: 'Mientras dure la suspensión no hay fecha de vencimiento.',
  calendar: (id: string, version: number) => `Calendario ${id}, versión ${version}.`,
}

export type CalendarsWords = typeof es
