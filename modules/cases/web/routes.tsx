import type { Screen } from '#platform/web/routing.tsx'

export const caseScreens: readonly Screen[] = [
  { path: '/', load: async () => ({ default: (await import('./CasesScreen.tsx')).CasesScreen }) },
  { path: '/register', load: async () => ({ default: (await import('./RegisterScreen.tsx')).RegisterScreen }) },
]
