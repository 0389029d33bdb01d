import type { Screen } from '#platform/web/routing.tsx'

/** Before one is in: drawn without the frame. */
export const doorScreens: readonly Screen[] = [
  { path: '/sign-in', load: async () => ({ default: (await import('./SignInScreen.tsx')).SignInScreen }) },
  { path: '/setup', load: async () => ({ default: (await import('./SetUpScreen.tsx')).SetUpScreen }) },
  { path: '/invitacion', load: async () => ({ default: (await import('./InvitationScreen.tsx')).InvitationScreen }) },
]

export const peopleScreens: readonly Screen[] = [
  { path: '/staff', load: async () => ({ default: (await import('./StaffScreen.tsx')).StaffScreen }) },
  { path: '/branches', load: async () => ({ default: (await import('./BranchesScreen.tsx')).BranchesScreen }) },
  { path: '/settings/organisation', load: async () => ({ default: (await import('./OrganisationScreen.tsx')).OrganisationScreen }) },
  { path: '/settings/areas', load: async () => ({ default: (await import('./AreasScreen.tsx')).AreasScreen }) },
  { path: '/settings/suppliers', load: async () => ({ default: (await import('./SuppliersScreen.tsx')).SuppliersScreen }) },
  { path: '/settings/tokens', load: async () => ({ default: (await import('./TokensScreen.tsx')).TokensScreen }) },
  { path: '/account', load: async () => ({ default: (await import('./MyAccountScreen.tsx')).MyAccountScreen }) },
]
