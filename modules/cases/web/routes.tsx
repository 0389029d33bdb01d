import type { Screen } from '#platform/web/routing.tsx'
import { caseSettingsScreens } from './settings/routes.tsx'

export const caseScreens: readonly Screen[] = [
  { path: '/', load: async () => ({ default: (await import('./CasesScreen.tsx')).CasesScreen }) },
  { path: '/cases/$number', load: async () => ({ default: caseScreen((await import('./CaseScreen.tsx')).CaseScreen) }) },
  { path: '/area-requests', load: async () => ({ default: (await import('./AreaRequestsScreen.tsx')).AreaRequestsScreen }) },
  { path: '/board', load: async () => ({ default: (await import('./BoardScreen.tsx')).BoardScreen }) },
  { path: '/search', load: async () => ({ default: (await import('./SearchScreen.tsx')).SearchScreen }) },
  { path: '/mentions', load: async () => ({ default: (await import('./MentionsScreen.tsx')).MentionsScreen }) },
  { path: '/register', load: async () => ({ default: (await import('./RegisterScreen.tsx')).RegisterScreen }) },
  ...caseSettingsScreens,
]

/** The case with the list that it came from. */
const caseScreen = (CaseScreen: typeof import('./CaseScreen.tsx').CaseScreen) => () => <CaseScreen />
