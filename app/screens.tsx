import { caseScreens } from '#modules/cases/web/routes.tsx'
import { calendarScreens } from '#modules/calendars/web/routes.tsx'
import { channelScreens } from '#modules/channels/web/routes.tsx'
import { customerScreens } from '#modules/customers/web/routes.tsx'
import { doorScreens, peopleScreens } from '#modules/people/web/routes.tsx'
import type { Screen } from '#platform/web/routing.tsx'

/** Every screen of the application, in the order of the modules. */
export const screens: readonly Screen[] = [
  ...doorScreens,
  ...peopleScreens,
  ...calendarScreens,
  ...customerScreens,
  ...caseScreens,
  ...channelScreens,
  ...(import.meta.env.DEV
    ? [{ path: '/gallery', load: async () => ({ default: (await import('#platform/web/gallery/Gallery.tsx')).Gallery }) }]
    : []),
]

/** Drawn without the frame: nobody is in yet. */
export const DOORS: readonly string[] = doorScreens.map(({ path }) => path)
