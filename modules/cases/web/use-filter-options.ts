import { useQueries } from '@tanstack/react-query'
import { ReadCustomer } from '#modules/customers/contract.ts'
import { ListAreas } from '#modules/people/contract-places.ts'
import { ReadStaffMember } from '#modules/people/contract-staff.ts'
import { call, useReply } from '#platform/web/data.ts'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { useReader } from '#platform/web/words.ts'
import { ListCauses, ListProducts } from '../contract-settings.ts'
import type { ShownFilter } from './use-case-filter.ts'

export const NO_AREA = 'no-area'
export const NO_CAUSE = 'no-cause'
export const NO_PRODUCT = 'no-product'

const LONG = { staleTime: 300_000 }
type Thing = { id: string; code: string; name: string; nameEn: string; active: boolean }

/** What a list may be narrowed by, and the names of what it is narrowed by: an address holds only ids. What is out of use is not offered; once chosen, it is still named. */
export function useFilterOptions(filter: ShownFilter) {
  const { language } = useReader()
  const areas = useReply(ListAreas, {}, LONG).data?.items
  const causes = useReply(ListCauses, {}, LONG).data?.items
  const products = useReply(ListProducts, {}, LONG).data?.items
  const ids = (name: 'ownerId' | 'customerId') => filter[name]?.split(',') ?? []
  const owners = useNamesOf(ids('ownerId'), ReadStaffMember.name, (personId) => call(ReadStaffMember, { params: { personId } }))
  const customers = useNamesOf(ids('customerId'), ReadCustomer.name, (customerId) => call(ReadCustomer, { params: { customerId } }))
  const of = (things: readonly Thing[] = [], chosen: string | undefined) => {
    const option = ({ id, code, name, nameEn }: Thing) => ({ id, label: language === 'en' && nameEn ? nameEn : name, detail: code })
    return { offered: things.filter(({ active }) => active).map(option), chosen: things.filter(({ id }) => chosen?.split(',').includes(id)).map(option) }
  }
  return { owners, customers, areas: of(areas, filter.areaId), causes: of(causes, filter.causeId), products: of(products, filter.productId) }
}

/** Somebody whose name cannot be read is still there to be taken away. */
const useNamesOf = (ids: readonly string[], name: string, read: (id: string) => Promise<{ name: string }>): ComboOption[] =>
  useQueries({ queries: ids.map((id) => ({ queryKey: [name, 'name', id], queryFn: () => read(id), ...LONG })) }).map(({ data }, i) => ({ id: ids[i]!, label: data?.name ?? '…' }))
