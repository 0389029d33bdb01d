import './Dialog.css'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { LayerContext, useLayer } from '../keys.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'

export type DialogProps = {
  open: boolean
  onClose: () => void
  /** Says what will happen, to what: 'Anular el caso BOG-2026-000123'. */
  title: string
  children: ReactNode
  /** The way forward; "Cancelar" stands beside it. */
  primary?: ReactNode
  size?: 'small' | 'large'
  /** Rules the whole window at the top (command menu). */
  bare?: boolean
  /** Something is under way, and the dialog stays while it is: what closing does instead, on the button that closes. */
  held?: string | null
}

/** The browser's own modal dialog: it holds the focus, gives it back, and Esc closes it. A layer of its own for the keys. */
export function Dialog({ open, onClose, title, children, primary, size = 'small', bare, held }: DialogProps) {
  const words = useWords({ es, en })
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const layer = useLayer(open)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  // Taken out of the page while it is open, it would not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    return () => element?.close()
  }, [])

  return (
    // A press on the backdrop closes; Esc is its key. Where effects run twice, as in development, it is shut and opened again at once.
    <dialog ref={dialog} className="Dialog" data-size={size} data-bare={bare || undefined} aria-labelledby={titleId} onClose={({ currentTarget }) => {
        if (currentTarget.open) return
        if (held) currentTarget.showModal()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}>
      {open && (
        <LayerContext value={layer}>
          <div className="Dialog-sheet">
            <h2 id={titleId} className={bare ? 'unseen' : 'Dialog-title'}>{title}</h2>
            <div className="Dialog-matter">{children}</div>
            {!bare && (
              <div className="Dialog-foot">
                <Button onPress={onClose}>{held ?? (primary ? words.cancel : words.close)}</Button>
                {primary}
              </div>
            )}
          </div>
        </LayerContext>
      )}
    </dialog>
  )
}

/** Asks before what cannot be taken back, by the name of the thing: "Anular BOG-2026-000123", never "¿Está seguro?". */
export function ConfirmDialog({ open, onClose, title, verb, onConfirm, children }: {
  open: boolean
  onClose: () => void
  title: string
  /** What the button does: 'Anular el caso'. */
  verb: string
  onConfirm: () => unknown
  /** What it means, and what stays. */
  children: ReactNode
}) {
  return (
    <Dialog open={open} onClose={onClose} title={title} primary={<Button weight="danger" kbd="$mod+Enter" onPress={onConfirm}>{verb}</Button>}>
      {children}
    </Dialog>
  )
}
