import type { Database } from '#platform/server/database.ts'
import { text, WrongUse, type Asked } from './command.ts'

/** Flags that say where: `--branch BOG --area GEC --supplier "Contact Center"`. */
export const PLACE_FLAGS = { branch: { type: 'string' }, area: { type: 'string' }, supplier: { type: 'string' } } as const

export type PlaceIds = { branchId: string | null; areaId: string | null; supplierId: string | null }

export function readPlace(db: Database, organisationId: string, flags: Asked['flags']): Promise<PlaceIds> {
  const [branch, area, supplier] = [text(flags, 'branch'), text(flags, 'area'), text(flags, 'supplier')]
  return db.asOwner(async (tx) => {
    const [branches, areas, suppliers] = await Promise.all([
      branch ? tx<{ id: string }>`select id from branches where organisation_id = ${organisationId} and code = ${branch}` : null,
      area ? tx<{ id: string }>`select id from areas where organisation_id = ${organisationId} and code = ${area}` : null,
      supplier ? tx<{ id: string }>`select id from suppliers where organisation_id = ${organisationId} and name = ${supplier}` : null,
    ])
    for (const [flag, value, found] of [['branch', branch, branches], ['area', area, areas], ['supplier', supplier, suppliers]] as const)
      if (found?.length === 0) throw new WrongUse(`There is no ${flag} ${value}.`)
    return { branchId: branches?.[0]?.id ?? null, areaId: areas?.[0]?.id ?? null, supplierId: suppliers?.[0]?.id ?? null }
  })
}
