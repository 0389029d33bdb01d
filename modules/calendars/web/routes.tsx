import type { Screen } from '#platform/web/routing.tsx'

export const calendarScreens: readonly Screen[] = [
  { path: '/settings', load: async () => ({ default: (await import('./SettingsScreen.tsx')).SettingsScreen }) },
  { path: '/settings/calendars', load: async () => ({ default: (await import('./CalendarsScreen.tsx')).CalendarsScreen }) },
  { path: '/settings/terms', load: async () => ({ default: (await import('./TermsScreen.tsx')).TermsScreen }) },
  { path: '/settings/law', load: async () => ({ default: (await import('./CompanyFlagsScreen.tsx')).CompanyFlagsScreen }) },
]
