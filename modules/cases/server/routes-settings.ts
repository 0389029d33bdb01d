import { on, type Route } from '#platform/server/route.ts'
import * as contract from '../contract-settings.ts'
import { addApprovalRule, changeApprovalRule, listApprovalRules } from './keep-approvals.ts'
import { addCause, changeCause, listCauses, listGaps } from './keep-causes.ts'
import { changeLadder, readLadder } from './keep-ladder.ts'
import { addProduct, changeProduct, listProducts } from './keep-products.ts'
import { addRoutingRule, changeRoutingRule, listRoutingRules } from './keep-routing.ts'
import { addTemplate, changeTemplate, listTemplates } from './keep-templates.ts'

/** What an organisation keeps about its cases. */
export const settingsRoutes: Route[] = [
  // Whoever registers chooses among these.
  on(contract.ListCauses, 'signed-in', (work) => listCauses(work)),
  on(contract.ListProducts, 'signed-in', (work, { query }) => listProducts(work, query)),
  on(contract.AddCause, 'settings.manage', (work, { body }) => addCause(work, body)),
  on(contract.ChangeCause, 'settings.manage', (work, { params, body, ifMatch }) => changeCause(work, params.causeId, body, ifMatch)),
  on(contract.ListGaps, 'settings.read', (work) => listGaps(work)),
  on(contract.AddProduct, 'settings.manage', (work, { body }) => addProduct(work, body)),
  on(contract.ChangeProduct, 'settings.manage', (work, { params, body, ifMatch }) => changeProduct(work, params.productId, body, ifMatch)),
  on(contract.ListRoutingRules, 'settings.read', (work) => listRoutingRules(work)),
  on(contract.AddRoutingRule, 'settings.manage', (work, { body }) => addRoutingRule(work, body)),
  on(contract.ChangeRoutingRule, 'settings.manage', (work, { params, body, ifMatch }) => changeRoutingRule(work, params.ruleId, body, ifMatch)),
  on(contract.ListTemplates, 'settings.read', (work) => listTemplates(work)),
  on(contract.AddTemplate, 'settings.manage', (work, { body }) => addTemplate(work, body)),
  on(contract.ChangeTemplate, 'settings.manage', (work, { params, body, ifMatch }) => changeTemplate(work, params.templateId, body, ifMatch)),
  on(contract.ListApprovalRules, 'settings.read', (work) => listApprovalRules(work)),
  on(contract.AddApprovalRule, 'settings.manage', (work, { body }) => addApprovalRule(work, body)),
  on(contract.ChangeApprovalRule, 'settings.manage', (work, { params, body, ifMatch }) => changeApprovalRule(work, params.ruleId, body, ifMatch)),
  on(contract.ReadLadder, 'settings.read', (work) => readLadder(work)),
  on(contract.ChangeLadder, 'settings.manage', (work, { body, ifMatch }) => changeLadder(work, body, ifMatch)),
]
