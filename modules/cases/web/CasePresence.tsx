import { useContext } from 'react'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-presence.ts'
import { es } from '../es-presence.ts'
import { PresenceContext } from './use-presence.ts'

/** Who else is at the case, by name, shape and word. Read when one looks: it comes and goes too often to be said aloud. */
export function CasePresence() {
  const t = useWords({ es, en })
  const { others } = useContext(PresenceContext)
  if (others.length === 0) return null
  return (
    <ul className="CasePresence" aria-label={t.here}>
      {others.map(({ id, name, doing }) => (
        <li key={id}><StateMark shape={doing === 'typing' ? 'half' : 'hollow'} tone={doing === 'typing' ? 'near' : 'soft'}>{doing === 'typing' ? t.typing(name) : t.viewing(name)}</StateMark></li>
      ))}
    </ul>
  )
}
