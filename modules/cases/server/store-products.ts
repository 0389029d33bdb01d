import type { z } from 'zod'
import { sql, type Tx } from '#platform/server/database.ts'
import type { Product } from '../contract-settings.ts'

export type ProductRow = z.infer<typeof Product>

const COLUMNS = sql`id, code, name, name_en, family, active, version`

export const findProducts = (tx: Tx, organisationId: string, find: string) => tx<ProductRow>`
  select ${COLUMNS}
  from products
  where organisation_id = ${organisationId} and (${find} = '' or position(acuse.folded(${find}) in acuse.folded(code || ' ' || name || ' ' || name_en)) > 0)
  order by not active, acuse.folded(name), code
  limit 500`

export const lockProduct = (tx: Tx, organisationId: string, id: string) => tx<ProductRow>`
  select ${COLUMNS} from products where organisation_id = ${organisationId} and id = ${id} for update`

export const productCoded = (tx: Tx, organisationId: string, { id, code }: Pick<ProductRow, 'id' | 'code'>) => tx<{ id: string }>`
  select id from products where organisation_id = ${organisationId} and code = ${code} and id <> ${id}`

export const insertProduct = (tx: Tx, organisationId: string, p: Omit<ProductRow, 'version'>) => tx<ProductRow>`
  insert into products (organisation_id, id, code, name, name_en, family, active)
  values (${organisationId}, ${p.id}, ${p.code}, ${p.name}, ${p.nameEn}, ${p.family}, ${p.active})
  on conflict on constraint product_code_once do nothing
  returning ${COLUMNS}`

export const updateProduct = (tx: Tx, organisationId: string, p: ProductRow) => tx<ProductRow>`
  update products set code = ${p.code}, name = ${p.name}, name_en = ${p.nameEn}, family = ${p.family}, active = ${p.active}, version = version + 1
  where organisation_id = ${organisationId} and id = ${p.id}
  returning ${COLUMNS}`
