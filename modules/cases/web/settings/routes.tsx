import type { Screen } from '#platform/web/routing.tsx'

/** What an organisation keeps about its cases. */
export const caseSettingsScreens: readonly Screen[] = [
  { path: '/settings/causes', load: async () => ({ default: (await import('./CausesScreen.tsx')).CausesScreen }) },
  { path: '/settings/routing', load: async () => ({ default: (await import('./RoutingScreen.tsx')).RoutingScreen }) },
  { path: '/settings/templates', load: async () => ({ default: (await import('./TemplatesScreen.tsx')).TemplatesScreen }) },
  { path: '/settings/approvals', load: async () => ({ default: (await import('./ApprovalsScreen.tsx')).ApprovalsScreen }) },
  { path: '/settings/ladder', load: async () => ({ default: (await import('./LadderScreen.tsx')).LadderScreen }) },
  { path: '/settings/products', load: async () => ({ default: (await import('./ProductsScreen.tsx')).ProductsScreen }) },
  { path: '/settings/gaps', load: async () => ({ default: (await import('./GapsScreen.tsx')).GapsScreen }) },
]
