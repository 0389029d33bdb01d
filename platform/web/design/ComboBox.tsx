import './ComboBox.css'
import './floating.css'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useFloating } from './use-floating.ts'
import { useLate } from './use-late.ts'

export type ComboOption = { id: string; label: string; detail?: ReactNode; group?: string }
export type ComboBoxProps<Option extends ComboOption> = FieldProps & {
  value: Option | null
  onChange: (option: Option | null) => void
  /** Asked as one types; what is answered late to an older text is thrown away. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]> | readonly Option[]
  /** Before anything is typed there is nothing to ask, unless 0. */
  minLength?: number
  placeholder?: string
  /** What was typed before and not chosen, where its form keeps it; told of each change. */
  written?: string
  onWritten?: (text: string) => void
  /** Offered as the last choice: 'Crear «clin nor»'. */
  create?: { label: (text: string) => string; run: (text: string) => void }
  autoFocus?: boolean
}

type Answer<Option> = { text: string; options: readonly Option[]; failed: boolean }

function useSearch<Option>(search: ComboBoxProps<Option & ComboOption>['search'], text: string, active: boolean) {
  const [answer, setAnswer] = useState<Answer<Option>>({ text: '', options: [], failed: false })
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    if (!active) return undefined
    const stop = new AbortController()
    const take = (options: readonly Option[], failed: boolean) => {
      if (!stop.signal.aborted) setAnswer({ text, options, failed })
    }
    const ask = async () => latest.current(text, stop.signal)
    const timer = setTimeout(() => {
      ask().then((options) => take(options, false), () => take([], true))
    }, 60)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, active])
  return { ...answer, waiting: active && answer.text !== text }
}

/** Find as you type (ARIA 1.2 combobox): the focus never leaves the text; arrows choose, Enter takes, Esc closes then clears. */
export function ComboBox<Option extends ComboOption>({ value, onChange, search, minLength = 1, placeholder, written = '', onWritten, create, autoFocus, ...field }: ComboBoxProps<Option>) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const listId = useId()
  const list = useFloating<HTMLDivElement>()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value?.label ?? written)
  const [left, setLeft] = useState(written !== '')
  const [at, setAt] = useState(0)
  const typed = text.trim()
  const asking = list.open && typed.length >= minLength
  const found = useSearch<Option>(search, typed, asking)
  const late = useLate(found.waiting)
  // Not before the search has spoken: Enter must never create what is about to be found.
  const creating = create && typed && !found.waiting ? create : null
  const count = found.options.length + (creating ? 1 : 0)
  const current = Math.min(at, count - 1)

  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (value) setText(value.label)
  }

  // What is typed and not chosen would be lost without a word when the form is sent.
  const unchosen = !value && typed ? (create ? words.notChosenNorMade : words.notChosen)(typed) : ''
  useEffect(() => {
    input.current?.setCustomValidity(unchosen)
  }, [unchosen])

  function take(index: number) {
    const option = found.options[index]
    if (option) {
      onChange(option)
      setText(option.label)
      onWritten?.('')
    } else if (creating && index === found.options.length) creating.run(typed)
    list.hide()
  }

  function type(now: string) {
    setText(now)
    setLeft(false)
    onWritten?.(now)
    setAt(0)
    if (value) onChange(null)
    list.show()
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!list.open) list.show()
      else if (count > 0) setAt((current + (event.key === 'ArrowDown' ? 1 : -1) + count) % count)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && list.open && count > 0 && !found.waiting) {
      event.preventDefault()
      take(current)
    } else if (event.key === 'Escape' && (list.open || text)) {
      event.preventDefault()
      event.stopPropagation()
      if (list.open) list.hide()
      else type('')
    }
  }

  const lineOf = (i: number) => ({ id: `${listId}-${i}`, current: i === current, shown: list.open, onPoint: () => setAt(i), onTake: () => take(i) })
  return (
    <Field {...field} error={field.error ?? (left && !list.open && unchosen ? unchosen : null)}>
      {(wiring) => (
        <div className="ComboBox" ref={list.anchor}>
          <Icon name="search" />
          <input {...wiring} ref={input} className="Control" name={field.name} dir="auto" role="combobox" autoComplete="off" aria-autocomplete="list" placeholder={placeholder}
            aria-expanded={list.open && asking} aria-controls={listId} value={text}
            aria-activedescendant={list.open && asking && current >= 0 ? `${listId}-${current}` : undefined}
            onChange={(event) => type(event.target.value)} onKeyDown={press} onClick={list.show}
            onInvalid={() => {
              list.hide()
              setLeft(true)
            }}
            onBlur={() => {
              list.hide()
              setLeft(true)
            }}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first question of a form
            autoFocus={autoFocus} />
          {text && (
            <button type="button" className="ComboBox-clear" tabIndex={-1} aria-label={words.clear} onPointerDown={(event) => event.preventDefault()} onClick={() => type('')}>
              <Icon name="close" />
            </button>
          )}
          <div ref={list.panel} popover="manual" className="Floating ComboBox-panel" data-idle={!asking || undefined}>
            <ul role="listbox" id={listId} aria-label={field.label} aria-busy={late || undefined} data-stale={late || undefined}>
              {found.options.map((option, i) => (
                <ComboLine key={option.id} {...lineOf(i)}>
                  <span className="ComboBox-label" dir="auto">{option.label}</span>
                  {option.detail && <span className="ComboBox-detail">{option.detail}</span>}
                </ComboLine>
              ))}
              {creating && <ComboLine {...lineOf(found.options.length)} create><Icon name="plus" /> {creating.label(typed)}</ComboLine>}
            </ul>
            <p className="ComboBox-status" role="status" data-drawn={late || found.failed || (!found.waiting && found.options.length === 0) || undefined}>
              {!asking ? '' : late ? words.searching : found.waiting ? '' : found.failed ? words.searchFailed
                : found.options.length === 0 ? words.noMatches : formats.plural(found.options.length, words.matches)}
            </p>
          </div>
        </div>
      )}
    </Field>
  )
}

/** Whether all that is typed in a form's fields of this kind is chosen; where something is not, it says so, and takes the focus. */
export function allChosen(form: ParentNode | null): boolean {
  const unchosen = [...(form?.querySelectorAll<HTMLInputElement>('.ComboBox > input') ?? [])].filter((input) => !input.checkValidity())
  unchosen[0]?.focus()
  return unchosen.length === 0
}

/** A line of the list: pointed at it is the current one, pressed it is taken, and the focus stays in the text. */
function ComboLine({ id, current, shown, create, onPoint, onTake, children }: {
  id: string
  current: boolean
  shown: boolean
  create?: boolean
  onPoint: () => void
  onTake: () => void
  children: ReactNode
}) {
  return (
    <li id={id} role="option" aria-selected={current} className={create ? 'ComboBox-option ComboBox-create' : 'ComboBox-option'}
      ref={(line) => { if (line && current && shown) line.scrollIntoView({ block: 'nearest' }) }}
      onPointerMove={() => !current && onPoint()} onPointerDown={(event) => event.preventDefault()} onClick={onTake}>
      {children}
    </li>
  )
}
