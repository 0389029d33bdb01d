import './States.css'
import type { ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { useLate } from './use-late.ts'

/** An empty list teaches: what would be here, and the action (with its key) that brings the first. */
export function EmptyState({ icon = 'inbox', title, children, action }: { icon?: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="EmptyState">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      {children && <div className="EmptyState-matter">{children}</div>}
      {action}
    </div>
  )
}

/** What happened, what it means for the person, what to do. */
export function ErrorState({ what, meaning, advice, onRetry, reference }: {
  /** Empty where nobody answered: a refusal always says what it is. */
  what: string
  meaning?: string
  advice?: string
  onRetry?: () => unknown
  /** To be told to support. */
  reference?: string
}) {
  const words = useWords({ es, en })
  return (
    <div className="ErrorState" role="alert">
      <Icon name="warning" size={20} />
      <div>
        <h2>{what || words.away.what}</h2>
        {(meaning || !what) && <p>{meaning || words.away.meaning}</p>}
        {advice && <p className="soft">{advice}</p>}
        {reference && <p className="soft small"><code>{reference}</code></p>}
        {onRetry && <div className="ErrorState-retry"><Button onPress={onRetry}>{words.retry}</Button></div>}
      </div>
    </div>
  )
}

/** Lines where lines will be; nothing at all in the first 200 ms. */
export function Skeleton({ rows = 5, kind = 'rows' }: { rows?: number; kind?: 'rows' | 'text' }) {
  const words = useWords({ es, en })
  const late = useLate(true)
  if (!late) return null
  return (
    <div className="Skeleton" data-kind={kind} role="status">
      <span className="unseen">{words.loading}</span>
      {Array.from({ length: rows }, (_, i) => <span key={i} className="Skeleton-row" style={{ ['--w' as string]: `${92 - ((i * 37) % 45)}%` }} />)}
    </div>
  )
}
