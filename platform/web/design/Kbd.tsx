import './Kbd.css'
import { keyCaps, useLetterKeys } from '../keys.ts'

/** A hint for the eye; the ear gets `aria-keyshortcuts`. Absent while single letters are switched off. */
export function Kbd({ keys }: { keys: string }) {
  const [lettersOn] = useLetterKeys()
  if (!lettersOn && !keys.includes('$mod')) return null
  return (
    <span className="Kbd" aria-hidden="true">
      {keyCaps(keys).map((cap, i) => <kbd key={i}>{cap}</kbd>)}
    </span>
  )
}
