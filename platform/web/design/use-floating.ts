import { useCallback, useEffect, useRef, useState } from 'react'

const GAP = 4
const MARGIN = 8

/** Under the anchor and along its start; above it, or shifted, where the window ends. */
function place(anchor: Element, panel: HTMLElement) {
  const a = anchor.getBoundingClientRect()
  const p = panel.getBoundingClientRect()
  const rtl = getComputedStyle(anchor).direction === 'rtl'
  const below = a.bottom + GAP + p.height <= innerHeight - MARGIN || a.top < innerHeight - a.bottom
  const top = below ? a.bottom + GAP : a.top - GAP - p.height
  const left = rtl ? a.right - p.width : a.left
  panel.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - MARGIN - p.height))}px`
  panel.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - MARGIN - p.width))}px`
  panel.style.setProperty('--anchor-width', `${a.width}px`)
}

/**
 * A panel in the browser's top layer, beside its anchor. Give `anchor` and `panel` to the two elements, and to the
 * panel `popover="auto"` (closes by Esc and by a press elsewhere) or "manual".
 */
export function useFloating<A extends HTMLElement = HTMLElement, P extends HTMLElement = HTMLDivElement>() {
  const anchor = useRef<A>(null)
  const panel = useRef<P>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const element = panel.current
    if (!element) return undefined
    const told = (event: Event) => setOpen((event as ToggleEvent).newState === 'open')
    element.addEventListener('toggle', told)
    return () => element.removeEventListener('toggle', told)
  }, [])

  useEffect(() => {
    if (!open) return undefined
    const again = () => anchor.current && panel.current && place(anchor.current, panel.current)
    again()
    const grown = new ResizeObserver(again)
    grown.observe(panel.current!)
    addEventListener('scroll', again, true)
    addEventListener('resize', again)
    return () => {
      grown.disconnect()
      removeEventListener('scroll', again, true)
      removeEventListener('resize', again)
    }
  }, [open])

  const show = useCallback(() => {
    if (!panel.current?.isConnected || panel.current.matches(':popover-open')) return
    panel.current.showPopover()
    if (anchor.current) place(anchor.current, panel.current)
    setOpen(true)
  }, [])
  const hide = useCallback(() => {
    if (panel.current?.matches(':popover-open')) panel.current.hidePopover()
    setOpen(false)
  }, [])

  return { anchor, panel, open, show, hide }
}
