/** Los festivos por ley: qué día es cada uno, por qué norma y desde cuándo. */
export const es = {
  title: 'Festivos por ley', note: 'Vienen con el país. Cuando una norma cambia, se agrega el festivo nuevo con el día desde el que rige, o se dice hasta cuándo rige el que termina: los términos ya pasados no cambian.',
  keep: 'Cambiar los festivos', keepTitle: 'Festivos por ley', add: 'Agregar un festivo', addTitle: 'Festivo nuevo', change: 'Cambiar', changeOf: (name: string) => `Cambiar ${name}`, remove: 'Quitar', removeOf: (name: string) => `Quitar ${name}`,
  removeHint: 'Solo se quita el que aún no ha regido; a los demás se les dice hasta cuándo rigen.', back: 'Volver a la lista', none: 'Ninguno en este año.',
  name: 'Nombre', nameEn: 'Nombre en inglés', when: 'Cuándo es', kinds: { fixed: 'un día fijo', 'next-monday': 'se pasa al lunes', easter: 'según la Pascua' },
  day: 'Día', month: 'Mes', days: 'Días después de la Pascua', daysHint: 'Antes de ella, con signo menos: el Viernes Santo es −2.', toMonday: 'Se pasa al lunes siguiente',
  law: 'Norma', lawHint: 'Con artículo y fecha: Ley 2578 de 2026, art. 6.', since: 'Rige desde', sinceHint: 'Vacío: desde siempre.', until: 'Rige hasta', untilHint: 'Vacío: sin fin.',
  falls: (years: string) => `Cae: ${years}.`, never: 'En estos años no se guarda.', take: 'Usar', needs: 'Faltan el nombre, la fecha o la norma.', notADay: 'Ese día no existe.',
  sinceDay: (day: string) => `desde ${day}`, untilDay: (day: string) => `hasta ${day}`, onDay: (day: string) => `el ${day}`, mondayFrom: (day: string) => `el lunes desde el ${day}`,
  easter: (days: number, monday: boolean) => `${days === 0 ? 'el domingo de Pascua' : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'día' : 'días'} ${days < 0 ? 'antes' : 'después'} de la Pascua`}${monday ? ', pasado al lunes' : ''}`,
}
export type HolidayWords = typeof es
