import { skipToken, useQuery } from '@tanstack/react-query'
import { useMe } from '#modules/people/web/use-me.ts'
import { presenceKey } from '#platform/web/live.ts'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-presence.ts'
import { es } from '../es-presence.ts'
import type { Present } from './use-presence.ts'

/** Who else is at a case, in a row of a list: initials, ringed while they write. The list reads it, and hears what changes. */
export function PresentAt({ id }: { id: string }) {
  const t = useWords({ es, en })
  const me = useMe()
  const { data } = useQuery<Present[]>({ queryKey: presenceKey('case', id), queryFn: skipToken, staleTime: Infinity })
  const others = (data ?? []).filter((one) => one.id !== me?.id)
  if (others.length === 0) return null
  const said = others.map(({ name, doing }) => (doing === 'typing' ? t.typing(name) : t.viewing(name)))
  return (
    <span className="PresentAt" title={said.join('\n')}>
      <span className="unseen">{said.join('. ')}. </span>
      {others.slice(0, MOST).map(({ id: person, name, doing }) => <span key={person} className="PresentAt-one" data-doing={doing} aria-hidden="true">{initials(name)}{doing === 'typing' && '…'}</span>)}
      {others.length > MOST && <span className="PresentAt-one" aria-hidden="true">+{others.length - MOST}</span>}
    </span>
  )
}

const MOST = 2
const initials = (name: string) => name.split(/\s+/).slice(0, 2).map((word) => word.charAt(0)).join('').toUpperCase()
