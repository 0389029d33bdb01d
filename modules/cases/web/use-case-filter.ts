import type { AskedOf } from '#kernel/endpoint.ts'
import { oneOf } from '#platform/web/one-of.ts'
import { useSearch, type Search } from '#platform/web/routing.tsx'
import { Channel, Kind, Severity, Status, WaitingFor } from '../contract.ts'
import { CaseColumn, ListName, Order, type ListCases } from '../contract-lists.ts'

/** What the address says of the list: the same words as the API's, so that it can be read out, pasted and saved. */
export type ShownFilter = { list: ListName } & Partial<Record<(typeof NAMES)[number], string>>

const NAMES = ['find', 'kind', 'channel', 'status', 'severity', 'waitingFor', 'branchId', 'areaId', 'ownerId', 'causeId', 'without', 'productId', 'customerId', 'groupId', 'receivedFrom', 'receivedTo', 'dueFrom', 'dueTo', 'closedFrom', 'closedTo', 'sort'] as const

/** What narrows the list beyond which one it is, in which branch and in which order. */
export const narrowingOf = (filter: ShownFilter): (keyof ShownFilter)[] =>
  NAMES.filter((name) => name !== 'branchId' && name !== 'sort' && filter[name] !== undefined)

/** The change that takes all of it away. */
export const nothingNarrowed = (filter: ShownFilter) => Object.fromEntries(narrowingOf(filter).map((name) => [name, undefined]))

export type AskedList = NonNullable<AskedOf<typeof ListCases>['query']>
/** What is asked of the list, without its order: which cases they are. */
export function bulkFilter({ sort: _, limit: __, cursor: ___, ...filter }: AskedList) {
  return filter
}

/** What the words of an address may say; one kept from another version, or mistyped, narrows nothing. */
const KNOWN: Partial<Record<(typeof NAMES)[number], readonly string[]>> = {
  kind: Kind.options, channel: Channel.options, status: Status.options, severity: Severity.options, waitingFor: WaitingFor.options, sort: Order.options,
}
const understood = (name: (typeof NAMES)[number], value: string | undefined): string | undefined => {
  const known = KNOWN[name]
  return known ? value?.split(',').filter((one) => known.includes(one)).join(',') || undefined : value
}

/** Those that are columns; null where none is. */
export function columnsAmong(said: readonly string[] | undefined): CaseColumn[] | null {
  const known = said?.flatMap((one) => oneOf(CaseColumn.options, one) ?? [])
  return known?.length ? known : null
}

/** Of which there may be several: 'claim,complaint'. */
const SEVERAL = ['kind', 'channel', 'status', 'severity', 'waitingFor', 'branchId', 'areaId', 'ownerId', 'causeId', 'without', 'productId', 'customerId'] as const

/** Which cases, and which columns of them where some were chosen. */
export type Shown = { filter: ShownFilter; columns: readonly CaseColumn[] | null }

/** What the words of an address, or of a view, show; `usual`: the list where they name none. */
export function readFilter(search: Search, usual: ListName): Shown {
  const list = oneOf(ListName.options, search['list']) ?? usual
  const said = Object.fromEntries(NAMES.flatMap((name) => {
    const value = understood(name, search[name])
    return value ? [[name, value]] : []
  }))
  return { filter: { list, ...said }, columns: columnsAmong(search['columns']?.split(',')) }
}

export const askedOf = (filter: ShownFilter): AskedList => ({
  ...filter,
  ...Object.fromEntries(SEVERAL.flatMap((name) => (filter[name] ? [[name, filter[name].split(',')]] : []))),
}) as AskedList

/** As a text, to compare what two of them show: several of a kind in whichever order they were chosen, columns in theirs. */
export function shownAsText({ filter, columns }: Shown): string {
  const { sort, ...narrowed } = filter
  const settled = Object.entries(narrowed).toSorted(([one], [other]) => one.localeCompare(other)).map(([name, value]) => [name, (SEVERAL as readonly string[]).includes(name) ? value.split(',').toSorted() : value])
  return JSON.stringify([settled, filter.list === 'everything' || sort === 'due' ? undefined : sort, columns])
}

export function useCaseFilter(usual: ListName) {
  const [search, change] = useSearch()
  const { filter, columns } = readFilter(search, usual)
  return { filter, columns, asked: askedOf(filter), change: (some: Partial<Record<keyof ShownFilter | 'columns' | 'view', string | undefined>>) => change(some, { replace: false }) }
}
