import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { changesOf, day, id, ids, instant, listOf, optionalText, page, text } from '#kernel/fields.ts'
import { AreaRequestStatus, CaseRow, Channel, Kind, named, Severity, Status, WaitingFor } from './contract.ts'

const some = <Values extends z.ZodType>(values: Values) => z.union([values, z.array(values).max(20)]).transform((value) => [value].flat() as z.output<Values>[]).optional()
export const ListName = z.enum(['mine', 'branch', 'unassigned', 'due-today', 'overdue', 'waiting', 'snoozed', 'area', 'open', 'everything'])
export type ListName = z.infer<typeof ListName>

/** What a list may be narrowed by; also what a saved view keeps, and what an export writes at its head. */
export const CaseFilter = z.object({
  list: ListName.default('open'),
  find: text(200, { min: 0 }).optional(),
  kind: some(Kind),
  channel: some(Channel),
  status: some(Status),
  severity: some(Severity),
  waitingFor: some(WaitingFor),
  branchId: ids(),
  areaId: ids(),
  ownerId: ids(),
  causeId: ids(),
  /** Those that have none yet; beside an area, a cause or a product, those too. `procedure`: those that came without one defined. */
  without: some(z.enum(['area', 'cause', 'product', 'procedure'])),
  productId: ids(),
  customerId: ids(),
  groupId: ids(1),
  receivedFrom: day().optional(),
  receivedTo: day().optional(),
  dueFrom: day().optional(),
  dueTo: day().optional(),
  closedFrom: day().optional(),
  closedTo: day().optional(),
})
export type CaseFilter = z.output<typeof CaseFilter>

export const Order = z.enum(['due', 'newest'])
export const ListCases = endpoint({
  name: 'ListCases',
  method: 'GET',
  path: '/cases',
  summary: 'A page of cases by list and filters, in the order of their due date or the newest first.',
  query: CaseFilter.extend({ sort: Order.optional(), ...page }),
  reply: listOf(CaseRow),
})

/** How many each list holds for this actor: kept as cases change, not counted. */
export const CountCases = endpoint({
  name: 'CountCases',
  method: 'GET',
  path: '/case-counts',
  summary: 'How many cases each list holds, of all that one sees or of some branches.',
  query: z.object({ branchId: ids() }),
  reply: z.object({ mine: z.number(), branch: z.number(), unassigned: z.number(), dueToday: z.number(), overdue: z.number(), waiting: z.number(), open: z.number() }),
})
export const ListMentions = endpoint({
  name: 'ListMentions', method: 'GET', path: '/mentions', summary: 'The notes that name whoever asks, the newest first.', query: z.object(page),
  reply: listOf(z.object({ id: z.string(), number: z.string(), title: z.string(), status: Status, body: z.string(), by: z.string(), at: z.string() })),
})

export const CountAreaRequests = endpoint({
  name: 'CountAreaRequests', method: 'GET', path: '/area-request-counts', summary: 'How many requests wait for the areas for which the actor answers, and how many of them are late.',
  reply: z.object({ open: z.number(), late: z.number() }),
})
export const ListAreaRequests = endpoint({
  name: 'ListAreaRequests', method: 'GET', path: '/area-requests', summary: 'Requests to the areas of the actor, those due first.',
  query: z.object({ status: AreaRequestStatus.default('open'), areaId: id().optional(), branchId: ids(),
    /** Only those still open after their date; of every area, for whoever sees the board. */
    late: z.stringbool().optional(), ...page }),
  reply: listOf(z.object({
    id: z.string(), number: z.string(), title: z.string(), kind: Kind, severity: Severity, area: named, branch: z.object({ id: z.string(), code: z.string() }), question: z.string(), askedAt: z.string(), dueAt: z.string(), status: z.string(), reminders: z.number(),
  })),
})

/** So many in one call: whoever acts on more goes on piece by piece, and nobody waits for the whole. */
export const MOST_IN_BULK = 200
export const ActInBulk = endpoint({
  name: 'ActInBulk', method: 'POST', path: '/case-bulks', status: 200, summary: `The same act on many cases, up to ${MOST_IN_BULK} at a time: preview first, then a result each, and a way back.`,
  body: z.object({
    numbers: z.array(z.string().max(40)).max(MOST_IN_BULK).optional(),
    filter: CaseFilter.strict().optional(),
    /** Of a filter: where to go on, by the `nextCursor` of what went before. */
    cursor: page.cursor,
    preview: z.boolean(),
    act: z.discriminatedUnion('verb', [
      z.strictObject({ verb: z.literal('assign'), ownerId: id().nullable(), reason: optionalText(500) }),
      z.strictObject({ verb: z.literal('route'), areaId: id(), reason: text(500, { min: 5 }) }),
      z.strictObject({ verb: z.literal('classify'), causeId: id().optional(), severity: Severity.optional(), reason: optionalText(500) }),
      z.strictObject({ verb: z.literal('snooze'), until: instant(), reason: text(300, { min: 3 }) }),
      z.strictObject({ verb: z.literal('note'), body: text(20_000) }),
    ]),
  }),
  reply: z.object({
    /** How many it was tried on: of a filter, the newest that match. */
    matching: z.number(),
    /** A filter matches more than one call takes: the same act goes on with them by `cursor`, whether or not those done still match. */
    nextCursor: z.string().nullable(),
    results: z.array(z.object({ number: z.string(), outcome: z.enum(['would', 'done', 'refused']), change: z.string(), why: z.string().nullable() })),
    undo: z.string().nullable(),
  }),
})
export const UndoBulk = endpoint({
  name: 'UndoBulk', method: 'DELETE', path: '/case-bulks/:undo', summary: 'Undo a bulk act, case by case, where nothing else happened since.', params: z.object({ undo: id() }),
  reply: z.object({ results: z.array(z.object({ number: z.string(), outcome: z.enum(['done', 'refused']), why: z.string().nullable() })) }),
})

export const NextCase = endpoint({
  name: 'NextCase', method: 'GET', path: '/next-case', summary: 'The case nearest to its term among those of this actor, after the one just done.',
  query: z.object({ after: z.string().max(40).optional() }), reply: z.object({ number: z.string().nullable() }),
})

/** What a list tells of each case beside its number. */
export const CaseColumn = z.enum(['kind', 'title', 'customer', 'owner', 'area', 'due', 'branch', 'cause', 'channel', 'severity', 'received'])
export type CaseColumn = z.infer<typeof CaseColumn>

/** `mayChange`: it is one's own, or shown to those to whom one may show. */
export const SavedView = z.object({ id: z.string(), name: z.string(), shared: z.boolean(), branchId: z.string().nullable(), mine: z.boolean(), mayChange: z.boolean(), filter: z.record(z.string(), z.unknown()), version: z.number() })
const ViewFilter = changesOf(CaseFilter.extend({ sort: Order.optional(), columns: some(CaseColumn) })).strict()
const ViewFacts = z.object({ name: text(80), shared: z.boolean().default(false), branchId: id().nullable().default(null), filter: ViewFilter })
const viewParam = z.object({ viewId: id() })
export const ListViews = endpoint({ name: 'ListViews', method: 'GET', path: '/saved-views', summary: 'Saved views, own and of the team.', reply: z.object({ items: z.array(SavedView) }) })
/** `count` is null where nothing is known of how many: `more` says that there are at least so many. */
const ViewCount = z.object({ id: z.string(), count: z.number().nullable(), more: z.boolean() })
export const CountViews = endpoint({
  name: 'CountViews', method: 'GET', path: '/saved-view-counts', summary: 'How many cases each saved view holds for this actor: kept where the view is a list alone, else counted up to 500 among the first 2,000 of its list.',
  reply: z.object({ items: z.array(ViewCount) }),
})
export const SaveView = endpoint({ name: 'SaveView', method: 'POST', path: '/saved-views', summary: 'Save a view, for oneself or for those to whom one may show it.', body: ViewFacts, reply: SavedView })
export const ChangeView = endpoint({
  name: 'ChangeView', method: 'PATCH', ifMatch: true, path: '/saved-views/:viewId', summary: 'Change the name of a view, who sees it, or what it shows: the whole filter, with its order and columns.',
  params: viewParam, body: changesOf(ViewFacts), reply: SavedView,
})
export const RemoveView = endpoint({ name: 'RemoveView', method: 'DELETE', path: '/saved-views/:viewId', summary: 'Remove a view of one\'s own, or one that is shown to those to whom one may show.', params: viewParam, reply: z.object({ id: z.string() }) })

export const Search = endpoint({
  name: 'Search', method: 'GET', path: '/search', summary: 'Words in cases, their messages and customers, accents ignored, ends of numbers, pieces of serials and telephones of callers; newest or best first.',
  query: CaseFilter.omit({ list: true }).extend({ find: text(200), sort: z.enum(['newest', 'best']).default('newest'), ...page }),
  reply: z.object({
    cases: z.array(CaseRow.extend({ excerpt: z.string() })), customers: z.array(z.object({ id: z.string(), name: z.string(), code: z.string(), why: z.string() })), nextCursor: z.string().nullable(),
  }),
})

const Count = z.object({ key: z.string(), name: z.string(), total: z.number(), overdue: z.number(), dueSoon: z.number() })
const Opening = z.record(z.string(), z.string()).nullable()
export const ReadBoard = endpoint({
  name: 'ReadBoard', method: 'GET', path: '/board', summary: 'Open cases by age, term, branch, area, cause, kind, product and channel, and what needs a decision today.',
  query: z.object({ branchId: ids() }),
  reply: z.object({
    at: z.string(), open: z.number(), overdue: z.number(), dueToday: z.number(), dueSoon: z.number(), unassigned: z.number(), answeredNotClosed: z.number(),
    /** `filter`: what opens its cases; null where the branches' calendars set different days, and no one list is all of them. */
    byAge: z.array(z.object({ from: z.number(), to: z.number().nullable(), total: z.number(), overdue: z.number(), filter: Opening })),
    /** What opens what is due soon, of the whole or within a branch, area, cause or kind. */
    soon: Opening,
    byBranch: z.array(Count), byArea: z.array(Count), byCause: z.array(Count), byKind: z.array(Count), byProduct: z.array(Count), byChannel: z.array(Count),
    /** `opens`: whose rows the number counts, narrowed by `filter`. */
    decisions: z.array(z.object({ code: z.string(), count: z.number(), name: z.string(), opens: z.enum(['cases', 'area-requests', 'branches']), filter: z.record(z.string(), z.string()) })),
  }),
})

const Closed = z.array(Count.pick({ key: true, name: true, total: true }))
export const CountClosed = endpoint({
  name: 'CountClosed', method: 'GET', path: '/closed-counts', summary: 'How many cases were closed from one day to another, by branch, area, cause, kind, product and channel; this month where no day is said.',
  query: z.object({ branchId: ids(), closedFrom: day().optional(), closedTo: day().optional() }),
  reply: z.object({
    /** `filter`: what opens their rows; each number is narrowed further by its key. */
    from: z.string(), to: z.string(), total: z.number(), filter: z.record(z.string(), z.string()),
    byBranch: Closed, byArea: Closed, byCause: Closed, byKind: Closed, byProduct: Closed, byChannel: Closed,
  }),
})
