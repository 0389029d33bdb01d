import { useEffect, useRef, type FocusEvent, type PointerEvent } from 'react'
import type { useFloating } from './use-floating.ts'

const RESTED_MS = 500
const LEFT_MS = 200

/**
 * What explains a thing opens by resting on the thing, with the pointer or with the keyboard's focus, and stays while either is on it;
 * pressed, it stays until it is pressed again. Esc closes it, as every panel. It never opens over another panel.
 */
export function useGlance<A extends HTMLElement, P extends HTMLElement>({ anchor, panel, open, show, hide }: ReturnType<typeof useFloating<A, P>>) {
  const kept = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (!open) kept.current = false
  }, [open])
  useEffect(() => () => clearTimeout(timer.current), [])

  const soon = (run: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(run, ms)
  }
  const rest = () => soon(() => { if (!document.querySelector(':popover-open, dialog[open]')) show() }, RESTED_MS)
  const leave = () => soon(() => { if (!kept.current && !isOn(anchor.current, panel.current)) hide() }, LEFT_MS)

  return {
    ofAnchor: {
      onPointerEnter: ({ pointerType }: PointerEvent) => { if (pointerType === 'mouse') rest() },
      onPointerLeave: leave,
      onFocus: ({ target }: FocusEvent) => { if (target.matches(':focus-visible')) rest() },
      onBlur: leave,
      onClick: () => {
        clearTimeout(timer.current)
        if (open && kept.current) return hide()
        show()
        kept.current = true
      },
    },
    ofPanel: { onPointerEnter: () => clearTimeout(timer.current), onPointerLeave: leave, onBlur: leave },
  }
}

const isOn = (anchor: Element | null, panel: Element | null): boolean =>
  [anchor, panel].some((one) => one?.matches(':hover, :focus-visible') || one?.querySelector(':focus-visible'))
