import type { Screen } from '#platform/web/routing.tsx'

export const channelScreens: readonly Screen[] = [{ path: '/outbox', load: async () => ({ default: (await import('./OutboxScreen.tsx')).OutboxScreen }) }]
