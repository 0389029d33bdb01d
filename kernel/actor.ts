/** An instant in UTC with milliseconds, '2026-06-26T21:40:00.000Z': sorts as text. */
export type Instant = string
/** A calendar day, '2026-07-22'. */
export type Day = string
export type Language = 'es' | 'en'

/** What one role gives, and where: null is the whole organisation. */
export type Grant = {
  role: string
  permissions: ReadonlySet<string>
  branchId: string | null
  areaId: string | null
  supplierId: string | null
}

/** Whoever does something: a person, a program with a token, the product by itself, or somebody on the public pages. */
export type Actor = {
  kind: 'person' | 'token' | 'system' | 'public'
  id: string
  organisationId: string
  name: string
  language: Language
  grants: readonly Grant[]
  /** The session or token by which they came in. */
  sessionId: string | null
}

/** Where a thing belongs, to hold a grant against. */
export type Place = { branchId?: string | null; areaIds?: readonly string[]; supplierId?: string | null }

/** Whether some grant of the actor has the permission, and, where a place is given, reaches it. */
export function may({ kind, grants }: Pick<Actor, 'kind' | 'grants'>, permission: string, place?: Place): boolean {
  if (kind === 'system') return true
  return grants.some((grant) => grant.permissions.has(permission) && (!place || reaches(grant, place)))
}

function reaches({ branchId, areaId, supplierId }: Grant, place: Place): boolean {
  return (
    (branchId === null || branchId === place.branchId) &&
    (areaId === null || (place.areaIds ?? []).includes(areaId)) &&
    (supplierId === null || supplierId === place.supplierId)
  )
}

/** What the actor may see by a permission, as row-level security is told it. */
export function scopeOf({ kind, id, organisationId, grants }: Actor, permission: string) {
  const seeing = grants.filter((grant) => grant.permissions.has(permission))
  const ids = (pick: (grant: Grant) => string | null) => [...new Set(seeing.map(pick).filter((value) => value !== null))]
  return {
    organisationId,
    actorId: id,
    all: kind === 'system' || seeing.some((grant) => !grant.branchId && !grant.areaId && !grant.supplierId),
    branches: ids((grant) => (grant.areaId || grant.supplierId ? null : grant.branchId)),
    areas: ids((grant) => grant.areaId),
    suppliers: ids((grant) => grant.supplierId),
  }
}
