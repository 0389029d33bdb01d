import type { Screen } from '#platform/web/routing.tsx'

export const calendarScreens: readonly Screen[] = [
  { path: '/settings', load: async () => ({ default: (await import('./SettingsScreen.tsx')).SettingsScreen }) },
]
