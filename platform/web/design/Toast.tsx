import './Toast.css'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useAction, useModalOpen } from '../keys.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export type Toast = {
  /** What happened: 'BOG-2026-000123 cerrado'. */
  text: string
  /** Offered for ten seconds. */
  undo?: () => unknown
  /** When the time for undoing has passed, or it was closed: what was held back may now be sent. */
  onGone?: () => void
  tone?: 'plain' | 'broken'
}

type Shown = Toast & { id: number }

const UNDO_SECONDS = 10

let shown: readonly Shown[] = []
let last = 0
const watchers = new Set<() => void>()

function change(next: readonly Shown[]) {
  shown = next
  for (const tell of watchers) tell()
}

export function showToast(toast: Toast): void {
  change([...shown.slice(-2), { ...toast, id: ++last }])
}

function dismiss(id: number, undone = false) {
  const toast = shown.find((one) => one.id === id)
  change(shown.filter((one) => one.id !== id))
  if (!undone) toast?.onGone?.()
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** The newest below, over everything but a dialog that is open: time stands still until that closes. */
export function Toasts() {
  const words = useWords({ es, en })
  const toasts = useSyncExternalStore(watch, () => shown, () => shown)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    if (toasts.length > 0) {
      if (element.matches(':popover-open')) element.hidePopover()
      element.showPopover() // again: what opened meanwhile would lie above
    } else if (element.matches(':popover-open')) element.hidePopover()
  }, [toasts])
  return (
    <section ref={box} popover="manual" className="Toasts" aria-label={words.frame.notices}>
      <div role="status">{toasts.map((toast) => <ToastLine key={toast.id} toast={toast} newest={toast === toasts.at(-1)} />)}</div>
    </section>
  )
}

function ToastLine({ toast, newest }: { toast: Shown; newest: boolean }) {
  const words = useWords({ es, en })
  const [held, setHeld] = useState(false)
  const modal = useModalOpen()
  const left = useRef(UNDO_SECONDS * 1_000)

  useEffect(() => {
    if (held || modal) return undefined
    const since = performance.now()
    const timer = setTimeout(() => dismiss(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= performance.now() - since
    }
  }, [held, modal, toast.id])

  async function undo() {
    await toast.undo?.()
    dismiss(toast.id, true)
  }

  useAction({ verb: `${words.undo}: ${toast.text}`, key: 'z', run: () => void undo() }, newest && toast.undo !== undefined)

  return (
    <div className="Toast" data-tone={toast.tone} data-held={held || modal || undefined} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      {toast.tone === 'broken' && <Icon name="warning" />}
      <span className="Toast-text">{toast.text}</span>
      {toast.undo && <Button small weight="quiet" onPress={undo}>{words.undo}</Button>}
      <Button small weight="quiet" icon="close" label={words.close} onPress={() => dismiss(toast.id)} />
      {toast.undo && <span className="Toast-time" style={{ animationDuration: `${UNDO_SECONDS}s` }} aria-hidden="true" />}
    </div>
  )
}
