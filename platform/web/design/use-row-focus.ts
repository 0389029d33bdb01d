import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useAction } from '../keys.ts'
import { useWords } from '../words.ts'
import type { TableProps } from './Table.tsx'

/** j and k move a real focus along the rows' names, so that the ear follows; it is found again after every redraw. */
export function useRowFocus<Row>(props: TableProps<Row>, frame: RefObject<HTMLElement | null>, bring: (index: number) => void) {
  const { rows, rowKey, onPeek, onSelect, selected, keys, onOpen, rowHref, currentKey } = props
  const words = useWords({ es, en })
  const at = useRef(-1)
  const nameOf = (index: number) => frame.current?.querySelector<HTMLElement>(`[data-row="${index}"] [data-opens]`)

  function go(index: number) {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    at.current = to
    bring(to)
    nameOf(to)?.focus()
    if (!nameOf(to)) requestAnimationFrame(() => nameOf(to)?.focus())
    nameOf(to)?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }

  function start(): number {
    const focused = document.activeElement?.closest('[data-row]')
    if (focused && frame.current?.contains(focused)) return Number(focused.getAttribute('data-row'))
    return at.current >= 0 ? at.current : rows.findIndex((row) => rowKey(row) === currentKey)
  }

  function peek() {
    const row = rows[start()]
    if (row) onPeek?.(row)
  }

  function pick() {
    const row = rows[start()]
    if (!row || !onSelect) return
    const next = new Set(selected)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    onSelect(next)
  }

  function press(event: KeyboardEvent) {
    const line = (event.target as Element).closest('[data-row]')
    if (!line || !(event.target as Element).matches('[data-opens]')) return
    const index = Number(line.getAttribute('data-row'))
    at.current = index
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      go(index + (event.key === 'ArrowDown' ? 1 : -1))
      const row = rows[at.current]
      if (row && event.shiftKey && onPeek) onPeek(row)
    } else if (event.key === ' ' && onPeek) {
      event.preventDefault()
      onPeek(rows[index]!)
    }
  }

  useFocusKept(frame, () => at.current >= 0 && rows.length > 0 && nameOf(Math.min(at.current, rows.length - 1))?.focus())

  const group = words.table.group
  const here = keys === true && rows.length > 0
  useAction({ verb: words.table.next, key: 'j', group, run: () => go(start() + 1) }, here)
  useAction({ verb: words.table.previous, key: 'k', group, run: () => go(start() - 1) }, here)
  useAction({ verb: words.table.open, key: 'Enter', group, told: true, run: () => nameOf(start())?.click() }, here && Boolean(onOpen ?? rowHref))
  useAction({ verb: words.table.peek, key: 'Space', group, told: true, run: peek }, here && Boolean(onPeek))
  useAction({ verb: words.table.pick, key: 'x', group, run: pick }, here && Boolean(onSelect))
  return { press }
}

/** The row that had the focus may be gone (answered, reassigned): `again` gives it to the next one, or the last. */
function useFocusKept(frame: RefObject<HTMLElement | null>, again: () => unknown) {
  const within = useRef(false)
  useEffect(() => {
    const table = frame.current
    if (!table) return undefined
    const enter = () => { within.current = true }
    const leave = (event: FocusEvent) => { if (event.relatedTarget) within.current = false }
    table.addEventListener('focusin', enter)
    table.addEventListener('focusout', leave)
    return () => {
      table.removeEventListener('focusin', enter)
      table.removeEventListener('focusout', leave)
    }
  }, [frame])
  useEffect(() => {
    if (within.current && document.activeElement === document.body) again()
  })
}
