import type { AskedOf } from '#kernel/endpoint.ts'
import { oneOf } from '#platform/web/one-of.ts'
import { useSearch } from '#platform/web/routing.tsx'
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

/** `usual`: the list while the address names none. */
export function useCaseFilter(usual: ListName) {
  const [search, change] = useSearch()
  const list = oneOf(ListName.options, search['list']) ?? usual
  const said = Object.fromEntries(NAMES.flatMap((name) => {
    const value = understood(name, search[name])
    return value ? [[name, value]] : []
  }))
  const filter: ShownFilter = { list, ...said }
  const several = (value: string | undefined) => value?.split(',')
  const asked = {
    ...filter,
    ...Object.fromEntries((['kind', 'channel', 'status', 'severity', 'waitingFor', 'branchId', 'areaId', 'ownerId', 'causeId', 'without', 'productId', 'customerId'] as const).flatMap((name) => (filter[name] ? [[name, several(filter[name])]] : []))),
  } as AskedList
  const columns = columnsAmong(search['columns']?.split(','))
  return { filter, asked, columns, change: (some: Partial<Record<keyof ShownFilter | 'columns', string | undefined>>) => change(some, { replace: false }) }
}
