import './Menu.css'
import './floating.css'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { useAction } from '../keys.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { useFloating } from './use-floating.ts'

export type MenuItem = {
  verb: string
  run: () => void
  icon?: IconName
  kbd?: string
  disabledReason?: string | null
  danger?: boolean
  /** A choice among others: marked with a tick. */
  checked?: boolean
  /** A rule above it. */
  apart?: boolean
}

/** A button that opens a list of verbs; arrows, Home, End and first letters move in it. */
export function Menu({ label, trigger, items }: { label: string; trigger?: ReactNode; items: readonly MenuItem[] }) {
  const id = useId()
  const { anchor, panel, open: shown, show, hide } = useFloating<HTMLButtonElement>()

  const lines = () => [...(panel.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

  function open() {
    show()
    const all = lines()
    ;(all.find((line) => line.getAttribute('aria-checked') === 'true') ?? all[0])?.focus()
  }

  function close() {
    hide()
    anchor.current?.focus()
  }

  function press(event: KeyboardEvent) {
    const all = lines()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = event.key === 'ArrowDown' ? (at + 1) % all.length
      : event.key === 'ArrowUp' ? (at - 1 + all.length) % all.length
      : event.key === 'Home' ? 0
      : event.key === 'End' ? all.length - 1
      : event.key.length === 1 && event.key !== ' ' ? byLetter(all, at, event.key) : -1
    if (event.key === 'Tab') hide()
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (to < 0) return
    event.preventDefault()
    all[to]?.focus()
  }

  return (
    <span className="Menu">
      <button ref={anchor} type="button" className="Menu-trigger" aria-haspopup="menu" aria-expanded={shown} aria-controls={id} aria-label={label}
        data-bare={trigger ? undefined : true} onClick={() => (shown ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          open()
        }}>
        {trigger ?? <Icon name="more" size={18} />}
      </button>
      <div ref={panel} id={id} popover="auto" role="menu" aria-label={label} className="Floating Menu-list" tabIndex={-1} onKeyDown={press}>
        {items.map((item) => <MenuLine key={item.verb} item={item} marked={items.some(({ icon }) => icon)} onChosen={close} />)}
      </div>
    </span>
  )
}

function byLetter(lines: HTMLElement[], at: number, letter: string): number {
  const wanted = letter.toLowerCase()
  const after = [...lines.keys()].map((i) => (at + 1 + i) % lines.length)
  return after.find((i) => lines[i]?.textContent?.toLowerCase().startsWith(wanted)) ?? -1
}

function MenuLine({ item, marked, onChosen }: { item: MenuItem; marked: boolean; onChosen: () => void }) {
  useAction({ verb: item.verb, key: item.kbd, run: item.run, disabledReason: item.disabledReason }, item.checked === undefined)
  return (
    <button type="button" role={item.checked === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={item.checked} tabIndex={-1}
      className="Menu-item" data-danger={item.danger || undefined} data-apart={item.apart || undefined} aria-disabled={item.disabledReason ? true : undefined}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (item.disabledReason) return
        onChosen()
        item.run()
      }}>
      {(marked || item.checked !== undefined) && (
        <span className="Menu-mark">{item.checked ? <Icon name="check" /> : item.icon && <Icon name={item.icon} />}</span>
      )}
      <span className="Menu-verb">
        {item.verb}
        {item.disabledReason && <span className="Menu-reason">{item.disabledReason}</span>}
      </span>
      {item.kbd && <Kbd keys={item.kbd} />}
    </button>
  )
}
