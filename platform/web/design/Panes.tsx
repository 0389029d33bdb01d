import './Panes.css'
import { useState, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'

export type Step = 'list' | 'work' | 'aside'

/**
 * Three panes; where there is no room for three they are three steps with a way back. The screen keeps the step in its
 * address, so that the browser's own "back" agrees.
 */
export function Panes({ list, children, aside, asideLabel, step, onBack, listWidth }: {
  list?: ReactNode
  children: ReactNode
  aside?: ReactNode
  asideLabel?: string
  step: Step
  /** One step towards the list. */
  onBack: () => void
  listWidth?: 'slim' | 'wide'
}) {
  const words = useWords({ es, en })
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  return (
    <div className="Panes" data-step={step} data-list={list ? (listWidth ?? 'slim') : undefined} data-aside={aside ? true : undefined}
      onTouchStart={(event) => {
        const touch = event.touches[0]
        setFrom(touch ? { x: touch.clientX, y: touch.clientY } : null)
      }}
      onTouchEnd={(event) => {
        const touch = event.changedTouches[0]
        if (!from || !touch || step === 'list') return
        if (touch.clientX - from.x > 90 && Math.abs(touch.clientY - from.y) < 50) onBack()
      }}>
      {list && <section className="Panes-list" aria-label={words.frame.list}>{list}</section>}
      <section className="Panes-work" aria-label={words.frame.detail}>
        {step !== 'list' && list && <div className="Panes-back"><Button weight="quiet" icon="back" onPress={onBack}>{words.back}</Button></div>}
        {children}
      </section>
      {aside && (
        <aside className="Panes-aside" aria-label={asideLabel ?? words.frame.aside}>
          {step === 'aside' && <div className="Panes-back"><Button weight="quiet" icon="back" onPress={onBack}>{words.back}</Button></div>}
          {aside}
        </aside>
      )}
    </div>
  )
}
