import { useState } from 'react'
import { ListStaff } from '#modules/people/contract-staff.ts'
import { call } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
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
  // Whoever was picked is listed below: the field begins anew, with the focus that it had.
  const [picks, setPicks] = useState(0)
  const pick = ({ id, label }: ComboOption) => {
    setPicks(picks + 1)
    onChange([...mentioned, { id, name: label }])
  }
  const search = async (text: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const { items } = await call(ListStaff, { query: { state: 'active', limit: 12, ...(text && { text }) }, signal })
    return items.filter(({ id }) => id !== me && !mentioned.some((one) => one.id === id)).map(({ id, name, post }) => ({ id, label: name, detail: post }))
  }
  return (
    <div>
      <ComboBox key={picks} autoFocus={picks > 0} label={t.mention} name="mentions" hint={mentioned.length < MOST ? t.mentionHint : t.mentionMost} value={null} error={error} optional search={mentioned.length < MOST ? search : () => []}
        onChange={(option) => option && pick(option)} />
      {mentioned.length > 0 && (
        <ul className="Composer-mentioned">
          {mentioned.map(({ id, name }) => (
            <li key={id}><span dir="auto">{name}</span><Button small weight="quiet" icon="close" label={t.unmention(name)} onPress={() => onChange(mentioned.filter((one) => one.id !== id))} /></li>
          ))}
        </ul>
      )}
    </div>
  )
}
