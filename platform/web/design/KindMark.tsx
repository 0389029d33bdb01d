import './StateMark.css'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Icon } from './Icon.tsx'

export type Kind = 'request' | 'complaint' | 'claim' | 'suggestion' | 'compliment'

/** A kind has a glyph and a word, no colour; a company may call it otherwise. */
export function KindMark({ kind, word }: { kind: Kind; word?: string }) {
  const words = useWords({ es, en })
  return <span className="KindMark"><Icon name={kind} /><span>{word ?? words.kinds[kind]}</span></span>
}
