import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { changesOf, id, language, optionalText, text } from '#kernel/fields.ts'
import { amount, Kind, Severity } from './contract.ts'

export const Cause = z.object({
  id: z.string(), code: z.string(), parentId: z.string().nullable(), name: z.string(), nameEn: z.string(), kinds: z.array(Kind), areaId: z.string().nullable(), severity: Severity,
  serialRequired: z.boolean(), procedureUndefined: z.boolean(), active: z.boolean(), version: z.number(),
})
const CauseFacts = z.object({
  code: z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,29}$/, 'code'), parentId: id().nullable().default(null), name: text(120), nameEn: optionalText(120), kinds: z.array(Kind).default([]), areaId: id().nullable().default(null),
  severity: Severity.default('normal'), serialRequired: z.boolean().default(false), procedureUndefined: z.boolean().default(false), active: z.boolean().default(true),
})
export const ListCauses = endpoint({ name: 'ListCauses', method: 'GET', path: '/causes', summary: 'The tree of causes.', reply: z.object({ items: z.array(Cause) }) })
export const AddCause = endpoint({ name: 'AddCause', method: 'POST', path: '/causes', summary: 'Add a cause.', body: CauseFacts, reply: Cause })
export const ChangeCause = endpoint({ name: 'ChangeCause', method: 'PATCH', ifMatch: true, path: '/causes/:causeId', summary: 'Change a cause: a new version; cases keep the one they had.', params: z.object({ causeId: id() }), body: changesOf(CauseFacts), reply: Cause })
export const ListGaps = endpoint({
  name: 'ListGaps', method: 'GET', path: '/procedure-gaps', summary: 'Causes and cases without a defined procedure.',
  reply: z.object({ items: z.array(z.object({ causeId: z.string().nullable(), name: z.string(), cases: z.number(), lastAt: z.string().nullable(), lastNumber: z.string().nullable() })) }),
})
export const Product = z.object({ id: z.string(), code: z.string(), name: z.string(), nameEn: z.string(), family: z.string(), active: z.boolean(), version: z.number() })
const ProductFacts = z.object({ code: text(40), name: text(200), nameEn: optionalText(200), family: optionalText(80), active: z.boolean().default(true) })
export const ListProducts = endpoint({ name: 'ListProducts', method: 'GET', path: '/products', summary: 'Products and services.', query: z.object({ find: z.string().max(100).optional() }), reply: z.object({ items: z.array(Product) }) })
export const AddProduct = endpoint({ name: 'AddProduct', method: 'POST', path: '/products', summary: 'Add a product or service.', body: ProductFacts, reply: Product })
export const ChangeProduct = endpoint({ name: 'ChangeProduct', method: 'PATCH', ifMatch: true, path: '/products/:productId', summary: 'Change a product or service, or put it out of use: cases keep the one they have.', params: z.object({ productId: id() }), body: changesOf(ProductFacts), reply: Product })

export const RoutingRule = z.object({
  id: z.string(), position: z.number(), name: z.string(), areaId: z.string().nullable(), ownerId: z.string().nullable(), active: z.boolean(), version: z.number(),
  conditions: z.object({ kinds: z.array(Kind).optional(), causeIds: z.array(z.string()).optional(), productIds: z.array(z.string()).optional(), branchIds: z.array(z.string()).optional(), customerIds: z.array(z.string()).optional(), severities: z.array(Severity).optional() }),
})
const RoutingFacts = RoutingRule.omit({ id: true, version: true }).extend({ name: text(120), areaId: id().nullable(), ownerId: id().nullable() })
export const ListRoutingRules = endpoint({ name: 'ListRoutingRules', method: 'GET', path: '/routing-rules', summary: 'Which area and owner a case goes to; the first that fits.', reply: z.object({ items: z.array(RoutingRule) }) })
export const AddRoutingRule = endpoint({ name: 'AddRoutingRule', method: 'POST', path: '/routing-rules', summary: 'Add a routing rule.', body: RoutingFacts, reply: RoutingRule })
export const ChangeRoutingRule = endpoint({ name: 'ChangeRoutingRule', method: 'PATCH', ifMatch: true, path: '/routing-rules/:ruleId', summary: 'Change a routing rule.', params: z.object({ ruleId: id() }), body: changesOf(RoutingFacts), reply: RoutingRule })

export const Template = z.object({ id: z.string(), name: z.string(), language: language(), kinds: z.array(Kind), subject: z.string(), body: z.string(), active: z.boolean(), version: z.number() })
const TemplateFacts = z.object({ name: text(120), language: language(), kinds: z.array(Kind).default([]), subject: text(200), body: text(20_000), active: z.boolean().default(true) })
export const ListTemplates = endpoint({ name: 'ListTemplates', method: 'GET', path: '/answer-templates', summary: 'Templates of answers, with fields in {{ }}.', reply: z.object({ items: z.array(Template) }) })
export const AddTemplate = endpoint({ name: 'AddTemplate', method: 'POST', path: '/answer-templates', summary: 'Add a template.', body: TemplateFacts, reply: Template })
export const ChangeTemplate = endpoint({ name: 'ChangeTemplate', method: 'PATCH', ifMatch: true, path: '/answer-templates/:templateId', summary: 'Change a template.', params: z.object({ templateId: id() }), body: changesOf(TemplateFacts), reply: Template })

export const ApprovalRule = z.object({ id: z.string(), kinds: z.array(Kind), amountAbove: z.string().nullable(), active: z.boolean(), version: z.number() })
const ApprovalFacts = z.object({ kinds: z.array(Kind).default([]), amountAbove: amount.nullable().default(null), active: z.boolean().default(true) })
export const ListApprovalRules = endpoint({ name: 'ListApprovalRules', method: 'GET', path: '/approval-rules', summary: 'Which answers a second person approves.', reply: z.object({ items: z.array(ApprovalRule) }) })
export const AddApprovalRule = endpoint({ name: 'AddApprovalRule', method: 'POST', path: '/approval-rules', summary: 'Ask for a second person by kind, above an amount, or both.', body: ApprovalFacts, reply: ApprovalRule })
export const ChangeApprovalRule = endpoint({ name: 'ChangeApprovalRule', method: 'PATCH', ifMatch: true, path: '/approval-rules/:ruleId', summary: 'Change an approval rule, or put it out of use.', params: z.object({ ruleId: id() }), body: changesOf(ApprovalFacts), reply: ApprovalRule })

const Rung = z.strictObject({ to: z.enum(['owner', 'branch-responsible', 'head', 'executive']), when: z.enum(['before', 'due', 'after']), workingHours: z.number().min(0).max(400) })
const Ladder = z.object({ items: z.array(Rung).max(12) })
export const ReadLadder = endpoint({ name: 'ReadLadder', method: 'GET', path: '/warning-ladder', summary: 'Who is warned of a term, and when, in working hours.', reply: Ladder.extend({ version: z.number() }) })
export const ChangeLadder = endpoint({ name: 'ChangeLadder', method: 'PUT', ifMatch: true, path: '/warning-ladder', summary: 'Change who is warned and when.', body: Ladder, reply: Ladder.extend({ version: z.number() }) })
