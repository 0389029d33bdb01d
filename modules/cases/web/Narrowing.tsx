import type { ReactNode } from 'react'
import { ListCustomers } from '#modules/customers/contract.ts'
import { ListStaff } from '#modules/people/contract-staff.ts'
import { call } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { MarkRequired } from '#platform/web/design/Field.tsx'
import { Picks } from '#platform/web/design/Picks.tsx'
import { useWords } from '#platform/web/words.ts'
import { Channel, Kind, Severity, Status, WaitingFor } from '../contract.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { among } from './among.ts'
import { NO_AREA, NO_CAUSE, NO_PRODUCT, useFilterOptions } from './use-filter-options.ts'
import type { ShownFilter } from './use-case-filter.ts'

export type NarrowingProps = { filter: ShownFilter; change: (some: Partial<Record<keyof ShownFilter, string | undefined>>) => void }
type Name = keyof ShownFilter

const findStaff = async (text: string, signal: AbortSignal): Promise<ComboOption[]> => {
  const { items } = await call(ListStaff, { query: { limit: 12, ...(text && { text }) }, signal })
  return items.map(({ id, name, post }) => ({ id, label: name, detail: post }))
}
const findCustomers = async (text: string, signal: AbortSignal): Promise<ComboOption[]> => {
  const { items } = await call(ListCustomers, { query: { find: text, limit: 8 }, signal })
  return items.map(({ id, name, identity, city }) => ({ id, label: name, detail: [identity, city].filter(Boolean).join(' · ') }))
}

/** What narrows a list or a search: of each thing as many as one likes, and days. */
export function Narrowing({ filter, change, children }: NarrowingProps & { children?: ReactNode }) {
  const { list: t, sheet, board } = useWords({ es, en })
  const { filters } = useWords({ es: listsEs, en: listsEn })
  const words = useWords({ es: casesEs, en: casesEn })
  const options = useFilterOptions(filter)
  const chosen = (name: Name) => filter[name]?.split(',') ?? []
  const joined = (ids: readonly string[]) => ids.join(',') || undefined
  const field = (label: string) => ({ label, placeholder: t.any, minLength: 0, optional: true })
  const some = <Value extends string>(name: Name, label: string, values: readonly Value[], said: Record<Value, string>) => {
    const all = values.map((value) => ({ id: value as string, label: said[value] }))
    return <Picks {...field(label)} value={all.filter(({ id }) => chosen(name).includes(id))} onChange={(taken) => change({ [name]: joined(taken.map(({ id }) => id)) })} search={among(all)} />
  }
  const named = (name: Name, label: string, value: readonly ComboOption[], search: (text: string, signal: AbortSignal) => Promise<ComboOption[]> | ComboOption[], minLength = 0) => (
    <Picks {...field(label)} minLength={minLength} value={value} onChange={(taken) => change({ [name]: joined(taken.map(({ id }) => id)) })} search={search} />
  )
  const orNone = (name: 'areaId' | 'causeId' | 'productId', part: 'area' | 'cause' | 'product', label: string, none: ComboOption, value: readonly ComboOption[], offered: readonly ComboOption[]) => {
    const without = chosen('without')
    return (
      <Picks {...field(label)} value={without.includes(part) ? [none, ...value] : value} search={among([none, ...offered])}
        onChange={(taken) => change({
          [name]: joined(taken.filter(({ id }) => id !== none.id).map(({ id }) => id)),
          without: joined([...without.filter((other) => other !== part), ...(taken.some(({ id }) => id === none.id) ? [part] : [])]),
        })} />
    )
  }
  return (
    <MarkRequired>
      <div className="Narrowing">
        {some('kind', t.columns.kind, Kind.options, words.kinds)}
        {some('status', t.columns.status, Status.options, words.statuses)}
        {named('ownerId', filters.owner, options.owners, findStaff)}
        {orNone('areaId', 'area', t.columns.area, { id: NO_AREA, label: board.noArea }, options.areas.chosen, options.areas.offered)}
        {orNone('causeId', 'cause', sheet.cause, { id: NO_CAUSE, label: board.noCause }, options.causes.chosen, options.causes.offered)}
        {named('customerId', filters.customer, options.customers, findCustomers, 2)}
        {orNone('productId', 'product', filters.product, { id: NO_PRODUCT, label: filters.noProduct }, options.products.chosen, options.products.offered)}
        {some('waitingFor', filters.waitingFor, WaitingFor.options, words.waiting)}
        {some('severity', sheet.severity, Severity.options, words.severities)}
        {some('channel', words.facts.channel, Channel.options, words.channels)}
      </div>
      <div className="Narrowing-days">
        <DateField label={`${t.columns.received}, ${t.from}`} value={filter.receivedFrom ?? null} onChange={(day) => change({ receivedFrom: day ?? undefined })} optional />
        <DateField label={`${t.columns.received}, ${t.until}`} value={filter.receivedTo ?? null} onChange={(day) => change({ receivedTo: day ?? undefined })} optional />
        <DateField label={`${t.columns.due}, ${t.from}`} value={filter.dueFrom ?? null} onChange={(day) => change({ dueFrom: day ?? undefined })} optional />
        <DateField label={`${t.columns.due}, ${t.until}`} value={filter.dueTo ?? null} onChange={(day) => change({ dueTo: day ?? undefined })} optional />
        <DateField label={`${filters.closed}, ${t.from}`} value={filter.closedFrom ?? null} onChange={(day) => change({ closedFrom: day ?? undefined })} optional />
        <DateField label={`${filters.closed}, ${t.until}`} value={filter.closedTo ?? null} onChange={(day) => change({ closedTo: day ?? undefined })} optional />
      </div>
      <Checkbox label={filters.noProcedure} checked={chosen('without').includes('procedure')} onChange={(on) => change({ without: joined([...chosen('without').filter((one) => one !== 'procedure'), ...(on ? ['procedure'] : [])]) })} />
      {children}
    </MarkRequired>
  )
}
