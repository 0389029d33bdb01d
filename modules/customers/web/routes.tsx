import type { Screen } from '#platform/web/routing.tsx'

export const customerScreens: readonly Screen[] = [
  { path: '/customers', load: async () => ({ default: (await import('./CustomersScreen.tsx')).CustomersScreen }) },
  { path: '/customers/new', load: async () => ({ default: (await import('./NewCustomerScreen.tsx')).NewCustomerScreen }) },
  { path: '/customers/import', load: async () => ({ default: (await import('./ImportScreen.tsx')).ImportScreen }) },
  { path: '/customers/$customerId', load: async () => ({ default: (await import('./CustomerScreen.tsx')).CustomerScreen }) },
]
