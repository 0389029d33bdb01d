import type { z } from 'zod'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import type { Kind } from '../contract.ts'
import type { Cause } from '../contract-settings.ts'

/** The causes one may choose for a kind: the leaves of the tree, each under the class it belongs to. */
export function causeOptions(causes: readonly z.infer<typeof Cause>[], kind: Kind | null, language: 'es' | 'en'): ComboOption[] {
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'en' && nameEn ? nameEn : name)
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const parents = new Set(causes.map(({ parentId }) => parentId))
  const classOf = (id: string | null): string => {
    const cause = id ? byId.get(id) : undefined
    return cause ? (cause.parentId ? classOf(cause.parentId) : named(cause)) : ''
  }
  return causes
    .filter(({ id, active, kinds }) => active && !parents.has(id) && (kind === null || kinds.length === 0 || kinds.includes(kind)))
    .map((cause) => ({ id: cause.id, label: named(cause), detail: cause.code, group: classOf(cause.parentId) }))
}
