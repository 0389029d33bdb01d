/** What the settings, calendar and term screens say. */
export const es = {
  settings: { title: 'Ajustes' },
}
export type CalendarScreenWords = typeof es
