import './SidePeek.css'
import { useEffect, useRef, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'

/** A look at something beside the list, which keeps the focus: Space opens it, arrows move it, Esc closes it. */
export function SidePeek({ open, title, onClose, action, children }: { open: boolean; title: string; onClose: () => void; action?: ReactNode; children: ReactNode }) {
  const words = useWords({ es, en })
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!open) return undefined
    const press = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && close.current()
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [open])
  if (!open) return null
  return (
    <aside className="SidePeek" aria-label={title}>
      <header className="SidePeek-head">
        <h2 dir="auto">{title}</h2>
        {action}
        <Button small weight="quiet" icon="close" label={words.close} onPress={onClose} />
      </header>
      <div className="SidePeek-matter" aria-live="polite">{children}</div>
    </aside>
  )
}
