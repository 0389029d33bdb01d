import type { Screen } from '#platform/web/routing.tsx'

/** Every screen of the application, in the order of the modules. */
export const screens: readonly Screen[] = [
  { path: '/', load: async () => ({ default: (await import('./HomeScreen.tsx')).HomeScreen }) },
  ...(import.meta.env.DEV
    ? [{ path: '/gallery', load: async () => ({ default: (await import('#platform/web/gallery/Gallery.tsx')).Gallery }) }]
    : []),
]
