import { on, type Route } from '#platform/server/route.ts'
import * as contract from '../contract.ts'
import { findDuplicates } from './find-duplicates.ts'
import { acknowledgeWarning, listWarnings } from './heed-warnings.ts'
import { addApprovalRule, changeApprovalRule, listApprovalRules } from './keep-approvals.ts'
import { addCause, changeCause, listCauses, listGaps } from './keep-causes.ts'
import { changeLadder, readLadder } from './keep-ladder.ts'
import { addProduct, listProducts } from './keep-products.ts'
import { addRoutingRule, changeRoutingRule, listRoutingRules } from './keep-routing.ts'
import { addTemplate, changeTemplate, fillTemplate, listTemplates } from './keep-templates.ts'
import type { CasesNeeds } from './needs.ts'
import { readCase } from './read-case.ts'
import { readTermsExplained } from './read-terms.ts'
import { readTimeline } from './read-timeline.ts'
import { suggestClassification } from './suggest.ts'

/** One case as it is read, what helps while it is written, and what an organisation keeps about its cases. */
export const sheetRoutes = (needs: Pick<CasesNeeds, 'log'>): Route[] => [
  on(contract.ReadCase, 'cases.read', (work, { params }) => readCase(work, params.number)),
  on(contract.ReadTimeline, 'cases.read', (work, { params, query }) => readTimeline(work, params.number, query)),
  on(contract.ReadTerms, 'cases.read', (work, { params }) => readTermsExplained(needs, work, params.number)),

  on(contract.ListWarnings, 'signed-in', (work) => listWarnings(work)),
  on(contract.AcknowledgeWarning, 'cases.read', (work, { params }) => acknowledgeWarning(work, params.warningId)),

  on(contract.FindDuplicates, 'cases.register', (work, { body }) => findDuplicates(work, body)),
  on(contract.SuggestClassification, 'cases.register', (work, { body }) => suggestClassification(work, body)),

  // Whoever registers chooses among these.
  on(contract.ListCauses, 'signed-in', (work) => listCauses(work)),
  on(contract.ListProducts, 'signed-in', (work, { query }) => listProducts(work, query)),
  on(contract.AddCause, 'settings.manage', (work, { body }) => addCause(work, body)),
  on(contract.ChangeCause, 'settings.manage', (work, { params, body, ifMatch }) => changeCause(work, params.causeId, body, ifMatch)),
  on(contract.ListGaps, 'settings.read', (work) => listGaps(work)),
  on(contract.AddProduct, 'settings.manage', (work, { body }) => addProduct(work, body)),
  on(contract.ListRoutingRules, 'settings.read', (work) => listRoutingRules(work)),
  on(contract.AddRoutingRule, 'settings.manage', (work, { body }) => addRoutingRule(work, body)),
  on(contract.ChangeRoutingRule, 'settings.manage', (work, { params, body, ifMatch }) => changeRoutingRule(work, params.ruleId, body, ifMatch)),
  on(contract.ListTemplates, 'settings.read', (work) => listTemplates(work)),
  on(contract.AddTemplate, 'settings.manage', (work, { body }) => addTemplate(work, body)),
  on(contract.ChangeTemplate, 'settings.manage', (work, { params, body, ifMatch }) => changeTemplate(work, params.templateId, body, ifMatch)),
  on(contract.FillTemplate, 'cases.work', (work, { params, body }) => fillTemplate(work, params.number, body.templateId)),
  on(contract.ListApprovalRules, 'settings.read', (work) => listApprovalRules(work)),
  on(contract.AddApprovalRule, 'settings.manage', (work, { body }) => addApprovalRule(work, body)),
  on(contract.ChangeApprovalRule, 'settings.manage', (work, { params, body, ifMatch }) => changeApprovalRule(work, params.ruleId, body, ifMatch)),
  on(contract.ReadLadder, 'settings.read', (work) => readLadder(work)),
  on(contract.ChangeLadder, 'settings.manage', (work, { body, ifMatch }) => changeLadder(work, body, ifMatch)),
]
