import { ListStaff } from '#modules/people/contract-staff.ts'
import { call } from '#platform/web/data.ts'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { Picks } from '#platform/web/design/Picks.tsx'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-presence.ts'
import { es } from '../es-presence.ts'

export type Mentioned = { id: string; name: string }[]
/** As many as a field of a draft holds with their names. */
const MOST = 10

/** Those whom a draft names, as one of its fields keeps them. */
export function mentionedIn(field: string | undefined): Mentioned {
  try {
    return JSON.parse(field ?? '[]') as Mentioned
  } catch {
    return []
  }
}

/** Colleagues to be told of a note: found as one types, listed to be taken away again. */
export function MentionField({ mentioned, me, onChange, error }: { mentioned: Mentioned; me: string; onChange: (mentioned: Mentioned) => void; error: string | null | undefined }) {
  const t = useWords({ es, en })
  const search = async (text: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const { items } = await call(ListStaff, { query: { state: 'active', limit: 12, ...(text && { text }) }, signal })
    return items.filter(({ id }) => id !== me).map(({ id, name, post }) => ({ id, label: name, detail: post }))
  }
  const full = mentioned.length >= MOST
  return (
    <Picks label={t.mention} name="mentions" hint={full ? t.mentionMost : t.mentionHint} value={mentioned.map(({ id, name }) => ({ id, label: name }))} error={error} optional search={full ? () => [] : search}
      onChange={(picked) => onChange(picked.map(({ id, label }) => ({ id, name: label })))} />
  )
}
