import type { CalendarScreenWords } from './es-screens.ts'

export const en: CalendarScreenWords = {
  settings: { title: 'Settings' },
}
