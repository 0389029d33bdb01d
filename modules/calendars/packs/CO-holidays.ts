import type { HolidayDate, HolidayRule } from '#kernel/holidays.ts'

const EMILIANI = 'Ley 51 de 1983'
const SINCE_EMILIANI = '1984-01-01'

const holiday = (es: string, en: string, date: HolidayDate, source = EMILIANI, since = SINCE_EMILIANI): HolidayRule =>
  ({ name: { es, en }, date, source, since })
const fixed = (month: number, day: number): HolidayDate => ({ kind: 'fixed', month, day })
const monday = (month: number, day: number): HolidayDate => ({ kind: 'next-monday', month, day })
const easter = (days: number, toMonday: boolean): HolidayDate => ({ kind: 'easter', days, toMonday })

/** law-co.md §3. The ninth of July exists only since 2026: an older case must not lose a day to it. */
export const CO_HOLIDAYS: readonly HolidayRule[] = [
  holiday('Año Nuevo', 'New Year', fixed(1, 1)),
  holiday('Día de los Reyes Magos', 'Epiphany', monday(1, 6)),
  holiday('San José', 'Saint Joseph', monday(3, 19)),
  holiday('Jueves Santo', 'Maundy Thursday', easter(-3, false)),
  holiday('Viernes Santo', 'Good Friday', easter(-2, false)),
  holiday('Día del Trabajo', 'Labour Day', fixed(5, 1)),
  holiday('Ascensión del Señor', 'Ascension', easter(39, true)),
  holiday('Corpus Christi', 'Corpus Christi', easter(60, true)),
  holiday('Sagrado Corazón de Jesús', 'Sacred Heart', easter(68, true)),
  holiday('San Pedro y San Pablo', 'Saint Peter and Saint Paul', monday(6, 29)),
  holiday('Nuestra Señora del Rosario de Chiquinquirá', 'Our Lady of Chiquinquirá', monday(7, 9), 'Ley 2578 de 2026, art. 6', '2026-06-01'),
  holiday('Día de la Independencia', 'Independence Day', fixed(7, 20)),
  holiday('Batalla de Boyacá', 'Battle of Boyacá', fixed(8, 7)),
  holiday('Asunción de la Virgen', 'Assumption', monday(8, 15)),
  holiday('Día de la Raza', 'Columbus Day', monday(10, 12)),
  holiday('Todos los Santos', 'All Saints', monday(11, 1)),
  holiday('Independencia de Cartagena', 'Independence of Cartagena', monday(11, 11)),
  holiday('Inmaculada Concepción', 'Immaculate Conception', fixed(12, 8)),
  holiday('Navidad', 'Christmas', fixed(12, 25)),
]
