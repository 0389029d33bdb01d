import { on, type Route } from '#platform/server/route.ts'
import * as contract from '../contract-sheet.ts'
import { caseSeen, sheetSeen } from './case-seen.ts'
import { findDuplicates } from './find-duplicates.ts'
import { acknowledgeWarning, listWarnings } from './heed-warnings.ts'
import type { CasesNeeds, MailServer } from './needs.ts'
import { readCase } from './read-case.ts'
import { readTermsExplained } from './read-terms.ts'
import { readTimeline } from './read-timeline.ts'
import { suggestClassification } from './suggest.ts'

/** One case as it is read, and what helps while it is written. */
export const sheetRoutes = (needs: Pick<CasesNeeds, 'log'> & MailServer): Route[] => [
  on(contract.ReadCase, 'cases.read', (work, { params }) => readCase(work, params.number, needs), {
    shows: (_, __, { id, number, customer }) => sheetSeen({ id, number, customerId: customer?.id ?? null }),
  }),
  on(contract.ReadTimeline, 'cases.read', (work, { params, query }) => readTimeline(work, params.number, query), { shows: (work, { params }) => caseSeen(work, params.number) }),
  on(contract.ReadTerms, 'cases.read', (work, { params }) => readTermsExplained(needs, work, params.number)),
  on(contract.ListWarnings, 'signed-in', (work) => listWarnings(work)),
  on(contract.AcknowledgeWarning, 'cases.read', (work, { params }) => acknowledgeWarning(work, params.warningId)),
  on(contract.FindDuplicates, 'cases.register', (work, { body }) => findDuplicates(work, body)),
  on(contract.SuggestClassification, 'cases.register', (work, { body }) => suggestClassification(work, body)),
]
