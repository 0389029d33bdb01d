import { useReply } from '#platform/web/data.ts'
import { useReader } from '#platform/web/words.ts'
import { ListAreas, ListBranches, ListSuppliers } from '../contract-places.ts'
import { useMay } from './use-me.ts'

type Place = { branchId: string | null; areaId: string | null; supplierId: string | null }

/** What a grant's place is called, 'Bogotá Norte · Entregas'; null for the whole company. */
export function usePlaceNames(): (place: Place) => string | null {
  const { language } = useReader()
  const long = { staleTime: 300_000 }
  const branches = useReply(ListBranches, {}, long).data?.items
  const areas = useReply(ListAreas, {}, long).data?.items
  const suppliers = useReply(ListSuppliers, {}, { ...long, enabled: useMay('staff.read') }).data?.items
  return ({ branchId, areaId, supplierId }) => {
    const area = areas?.find(({ id }) => id === areaId)
    const names = [
      branches?.find(({ id }) => id === branchId)?.name,
      area && (language === 'en' ? area.nameEn : area.name),
      suppliers?.find(({ id }) => id === supplierId)?.name,
    ].filter(Boolean)
    if (names.length > 0) return names.join(' · ')
    return branchId || areaId || supplierId ? '…' : null
  }
}
