import type { Actor, Language } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'

/** `several`: it is one of several, and links to its pages say which. */
export type Company = { id: string; name: string; several: boolean; timeZone: string; consent: { version: string; es?: string; en?: string } | null }

/** Nobody in particular: of pages that belong to no company. */
export const NOBODY: Pick<Company, 'id' | 'name' | 'several'> = { id: '', name: '', several: false }

/** The companies of this installation; nearly always one. */
export const companies = (tx: Tx) => tx<Company>`
  select organisation_id as id, name, count(*) over () > 1 as several, time_zone, settings->'consent' as consent from organisations order by created_at, organisation_id limit 50`

/** Somebody on the public pages: may file, and see the one case whose secret they hold; the pages show nothing else. */
export const publicActor = (organisationId: string, language: Language): Actor => ({
  kind: 'public',
  id: organisationId,
  organisationId,
  name: '',
  language,
  grants: [{ role: 'public', permissions: new Set(['cases.register', 'cases.read']), branchId: null, areaId: null, supplierId: null }],
  sessionId: null,
})
