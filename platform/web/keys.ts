import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { tinykeys } from 'tinykeys'

/**
 * What a screen offers to do, under one name: the button shows it, the key runs it, the command menu and the
 * list of keys tell it. Rule 4: single letters outside fields, none inside, nothing with Alt.
 */
export type Action = {
  /** 'Responder'. */
  verb: string
  /** tinykeys: 'r', 'g c', '$mod+Enter', '[Shift]+?'. Without one it is only in the command menu. */
  key?: string
  run: () => void
  disabledReason?: string | null
  /** Heading in the list of keys; this screen when left out. */
  group?: string
  /** Before the others in the command menu: the screen's primary action. */
  first?: boolean
  /** Bound, but its action is already told under another key. */
  unlisted?: boolean
  /** The browser or the widget answers the key itself (Enter on a link): listed, not bound. */
  told?: boolean
}

type Offer = { layer: number; group?: string; current: () => Action }

const offers = new Set<Offer>()
const layers: number[] = [0]
const watchers = new Set<() => void>()
let listed: Action[] = []
let lettersOff = false
let unbind = () => {}
let bound = ''
let announced = false

/** A dialog is a layer of its own: while it is open only its actions are offered. */
export const LayerContext = createContext(0)

/** The heading of every action offered within: the frame's are "everywhere". */
export const ActionGroupContext = createContext<string | undefined>(undefined)

const isFieldOf = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="combobox"],' +
      'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"])',
  ) !== null

const isBare = (key: string) => !key.includes('$mod') && !key.includes('Control')
const active = () => [...offers].filter(({ layer }) => layer === layers.at(-1))

function press(key: string, event: KeyboardEvent) {
  if (event.altKey || event.defaultPrevented) return
  const offer = active().findLast((o) => o.current().key === key && !o.current().told)
  if (!offer) return
  event.preventDefault()
  const action = offer.current()
  if (!action.disabledReason) action.run()
}

function rebind() {
  const keys = [...new Set([...offers].flatMap(({ current }) => (current().key && !current().told ? [current().key!] : [])))].sort()
  const wanted = `${lettersOff}|${keys.join('|')}`
  if (wanted === bound) return // a redraw must not forget the first key of a sequence
  bound = wanted
  unbind()
  const map = (some: string[]) => Object.fromEntries(some.map((key) => [key, (event: KeyboardEvent) => press(key, event)]))
  const bare = tinykeys(window, map(lettersOff ? [] : keys.filter(isBare)), {
    ignore: (event) => event.altKey || isFieldOf(event.target),
  })
  const chorded = tinykeys(window, map(keys.filter((key) => !isBare(key))), { ignore: (event) => event.altKey })
  unbind = () => {
    bare()
    chorded()
  }
}

/** One telling for all that changed in a redraw. */
function changed() {
  if (announced) return
  announced = true
  queueMicrotask(() => {
    announced = false
    rebind()
    const told = active().map(({ current, group }) => ({ group, ...current() })).filter(({ unlisted }) => !unlisted)
    listed = [...told.filter(({ first }) => first), ...told.filter(({ first }) => !first)]
    for (const tell of watchers) tell()
  })
}

/** Offers an action for as long as the component is on the screen and it is `offered`. */
export function useAction(action: Action, offered = true): void {
  const layer = useContext(LayerContext)
  const group = useContext(ActionGroupContext)
  const latest = useRef(action)
  const shape = offered ? JSON.stringify([action.verb, action.key, action.disabledReason, action.group, action.told, action.first, action.unlisted]) : ''
  useEffect(() => {
    latest.current = action
  })
  useEffect(() => {
    if (!shape) return undefined
    const offer: Offer = { layer, group, current: () => latest.current }
    offers.add(offer)
    changed()
    return () => {
      offers.delete(offer)
      changed()
    }
  }, [layer, group, shape])
}

/** Opens a layer while `open`; hand the number to `LayerContext`. */
export function useLayer(open: boolean): number {
  const [layer] = useState(() => Math.random())
  useEffect(() => {
    if (!open) return undefined
    layers.push(layer)
    changed()
    return () => {
      layers.splice(layers.lastIndexOf(layer), 1)
      changed()
    }
  }, [open, layer])
  return layer
}

/** Whether some dialog is open above the screen. */
export const useModalOpen = (): boolean => useSyncExternalStore(watch, () => layers.length > 1, () => false)

function watch(tell: () => void) {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** What can be done on this screen now. */
export const useActions = (): Action[] => useSyncExternalStore(watch, () => listed, () => listed)

const KEYS_OFF = 'acuse.keys-off'

/** The switch of rule 5 (and WCAG 2.1.4): single letters off, kept in this browser. */
export function useLetterKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(watch, () => !lettersOff, () => true)
  return [on, setLetterKeys]
}

function setLetterKeys(on: boolean) {
  lettersOff = !on
  try {
    localStorage.setItem(KEYS_OFF, on ? '' : '1')
  } catch {
    // A browser without storage still obeys until it is closed.
  }
  changed()
}

if (typeof localStorage !== 'undefined') {
  try {
    lettersOff = localStorage.getItem(KEYS_OFF) === '1'
  } catch {
    lettersOff = false
  }
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const NAMES: Record<string, string> = {
  $mod: isMac ? '⌘' : 'Ctrl', '[Shift]': '', Shift: '⇧', Enter: '⏎', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑', Space: '␣',
}

/** The key as it is drawn on a keyboard: ['Ctrl', 'K'], ['Ctrl', '⏎']. A letter alone stays small: it is typed without Shift. */
export const keyCaps = (key: string): string[] =>
  key.split(/[ +]/).map((part) => NAMES[part] ?? (key.includes('$mod') ? part.toUpperCase() : part)).filter((part) => part !== '')

/** For aria-keyshortcuts: 'Control+Enter'. A sequence has no such spelling. */
export const ariaKey = (key: string): string | undefined =>
  key.includes(' ') ? undefined : key.replace('$mod', isMac ? 'Meta' : 'Control').replace('[Shift]+', '')
