import './Fold.css'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { ariaKey, useAction } from '../keys.ts'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'

/** What is rarely filled in, behind one line that says what it holds. Opened by its key, the focus stands in its first field. */
export function Fold({ label, holds, open, onToggle, kbd, children }: {
  label: string
  /** 'Producto, serial, evidencia…': shown while it is shut. */
  holds: string
  open: boolean
  onToggle: (open: boolean) => void
  /** With Ctrl or ⌘, so that it acts while one types in a field. */
  kbd: string
  children: ReactNode
}) {
  const id = useId()
  const matter = useRef<HTMLDivElement>(null)
  const entering = useRef(false)
  useAction({ verb: label, key: kbd, run: enter })
  useEffect(() => {
    if (open && entering.current) firstIn(matter.current)?.focus()
    entering.current = false
  }, [open])

  function enter() {
    if (open) firstIn(matter.current)?.focus()
    entering.current = !open
    onToggle(true)
  }

  return (
    <div className="Fold" data-open={open || undefined}>
      <button type="button" className="Fold-line" aria-expanded={open} aria-controls={id} aria-keyshortcuts={ariaKey(kbd)} onClick={() => onToggle(!open)}>
        <Icon name="down" size={14} />
        <span className="Fold-label">{label}</span>
        <Kbd keys={kbd} />
        {!open && <span className="Fold-holds">{holds}</span>}
      </button>
      <div id={id} ref={matter} className="Fold-matter" hidden={!open}>{open && children}</div>
    </div>
  )
}

const firstIn = (matter: HTMLElement | null) => matter?.querySelector<HTMLElement>('input, select, textarea')
