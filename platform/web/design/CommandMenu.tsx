import './CommandMenu.css'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { foldText } from '#kernel/plain-text.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useActions, type Action } from '../keys.ts'
import { useWords } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'

type Found = { id: string; label: string; detail?: ReactNode; run: () => void }
export type CommandSearch = (text: string, signal: AbortSignal) => Promise<readonly Found[]>

type Line = { id: string; group: string; label: string; detail?: ReactNode; key?: string; disabledReason?: string | null; run: () => void }

/** Every letter group of the query begins some word of the text: 'reg rec' finds "Registrar un reclamo". */
function matches(text: string, query: string): boolean {
  const starts = foldText(text).split(/[^\p{L}\p{N}]+/u)
  return foldText(query).split(/\s+/).filter(Boolean).every((part) => starts.some((start) => start.startsWith(part)))
}

/** Every action of this screen with its key, and whatever the search finds, in one list under one field. */
export function CommandMenu({ open, onClose, search }: { open: boolean; onClose: () => void; search?: CommandSearch }) {
  const words = useWords({ es, en })
  const here = useActions()
  const [offered, setOffered] = useState<Action[]>([])
  // Once open, the menu's own layer is on top and the screen's actions are no longer the active ones.
  if (!open && offered !== here) setOffered(here)
  return (
    <Dialog open={open} onClose={onClose} title={words.commands.title} bare>
      <Commands actions={offered} search={search} onClose={onClose} />
    </Dialog>
  )
}

function Commands({ actions, search, onClose }: { actions: readonly Action[]; search?: CommandSearch; onClose: () => void }) {
  const words = useWords({ es, en })
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(search, text)
  const unique = actions.filter(({ verb }, i) => actions.findIndex((other) => other.verb === verb) === i)
  const lines: Line[] = [
    ...unique.filter(({ verb }) => verb !== words.commands.title && matches(verb, text))
      .map((action) => ({ id: action.verb, group: action.group ?? words.commands.here, label: action.verb, key: action.key, disabledReason: action.disabledReason, run: action.run })),
    ...found.map((one) => ({ ...one, group: words.commands.found })),
  ]
  const groups = [...new Set([words.commands.here, ...lines.map(({ group }) => group)])].filter((group) => lines.some((line) => line.group === group))
  const ordered = groups.flatMap((group) => lines.filter((line) => line.group === group))
  const current = Math.min(at, ordered.length - 1)

  function take(line: Line | undefined) {
    if (!line || line.disabledReason) return
    onClose()
    // The dialog first gives the focus back to where it was: what runs next may move it on.
    setTimeout(line.run)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') take(ordered[current])
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt((current + (event.key === 'ArrowDown' ? 1 : -1) + ordered.length) % Math.max(1, ordered.length))
    else return
    event.preventDefault()
  }

  return (
    <div className="CommandMenu">
      <div className="CommandMenu-field">
        <Icon name="search" size={18} />
        <input role="combobox" aria-expanded="true" aria-controls={id} aria-autocomplete="list" aria-label={words.commands.title} aria-describedby={`${id}how`}
          aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined} placeholder={words.commands.placeholder} value={text}
          onChange={(event) => { setText(event.target.value); setAt(0) }} onKeyDown={press} autoComplete="off" dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus />
        <span className="unseen" id={`${id}how`}>{words.commands.how}</span>
      </div>
      <div role="listbox" id={id} aria-label={words.commands.title} className="CommandMenu-list">
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <p className="CommandMenu-group" aria-hidden="true">{group}</p>
            {ordered.map((line, i) => line.group === group && (
              <div key={line.id} id={`${id}-${i}`} role="option" aria-selected={i === current} aria-disabled={line.disabledReason ? true : undefined} tabIndex={-1}
                className="CommandMenu-line" ref={(row) => { if (row && i === current) row.scrollIntoView({ block: 'nearest' }) }}
                onPointerMove={() => i !== current && setAt(i)} onClick={() => take(line)}>
                <span dir="auto">{line.label}</span>
                {(line.disabledReason ?? line.detail) && <span className="CommandMenu-detail">{line.disabledReason ?? line.detail}</span>}
                {line.key && <Kbd keys={line.key} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {ordered.length === 0 && <p className="CommandMenu-nothing" role="status">{words.commands.nothing}</p>}
    </div>
  )
}

function useFound(search: CommandSearch | undefined, text: string): readonly Found[] {
  const [answer, setAnswer] = useState<{ asked: string; found: readonly Found[] }>({ asked: '', found: [] })
  const asked = text.trim()
  useEffect(() => {
    if (!search || asked.length < 2) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      search(asked, stop.signal).then((found) => (stop.signal.aborted ? undefined : setAnswer({ asked, found })), () => undefined)
    }, 80)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [search, asked])
  // While the next answer comes, the last one stays: lines do not blink.
  return asked.length < 2 ? [] : answer.found
}
