import type { Route } from '#platform/server/route.ts'
import type { CasesNeeds } from './needs.ts'
import { readRoutes } from './routes-read.ts'
import { sheetRoutes } from './routes-sheet.ts'
import { workRoutes } from './routes-work.ts'

export const caseRoutes = (needs: CasesNeeds): Route[] => [...workRoutes(needs), ...readRoutes, ...sheetRoutes(needs)]
