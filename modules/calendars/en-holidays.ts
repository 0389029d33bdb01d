import type { HolidayWords } from './es-holidays.ts'

export const en: HolidayWords = {
  title: 'Holidays by law', note: 'They come with the country. When the law changes, the new holiday is added with the day from which it holds, or the one that ends is told until when: terms that have passed do not change.',
  keep: 'Change the holidays', keepTitle: 'Holidays by law', add: 'Add a holiday', addTitle: 'New holiday', change: 'Change', changeOf: (name) => `Change ${name}`, remove: 'Remove', removeOf: (name) => `Remove ${name}`,
  removeHint: 'Only one that has not been in force yet is removed; the others are told until when they are.', back: 'Back to the list', none: 'None in this year.',
  name: 'Name in Spanish', nameEn: 'Name', when: 'When it is', kinds: { fixed: 'a fixed day', 'next-monday': 'moved to Monday', easter: 'by Easter' },
  day: 'Day', month: 'Month', days: 'Days after Easter', daysHint: 'Before it, with a minus: Good Friday is −2.', toMonday: 'Moved to the Monday after',
  law: 'Law', lawHint: 'With article and date: Ley 2578 de 2026, art. 6.', since: 'In force from', sinceHint: 'Empty: always.', until: 'In force until', untilHint: 'Empty: without end.',
  falls: (years) => `It falls: ${years}.`, never: 'It is not kept in these years.', take: 'Use', needs: 'The name, the date or the law is missing.', notADay: 'There is no such day.',
  sinceDay: (day) => `from ${day}`, untilDay: (day) => `until ${day}`, onDay: (day) => `on ${day}`, mondayFrom: (day) => `the Monday from ${day}`,
  easter: (days, monday) => `${days === 0 ? 'Easter Sunday' : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} Easter`}${monday ? ', moved to Monday' : ''}`,
}
