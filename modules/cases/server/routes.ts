import type { Route } from '#platform/server/route.ts'
import type { CasesNeeds, MailServer } from './needs.ts'
import { listRoutes } from './routes-lists.ts'
import { settingsRoutes } from './routes-settings.ts'
import { sheetRoutes } from './routes-sheet.ts'
import { workRoutes } from './routes-work.ts'

export const caseRoutes = (needs: CasesNeeds & MailServer): Route[] => [...workRoutes(needs), ...listRoutes, ...sheetRoutes(needs), ...settingsRoutes]
