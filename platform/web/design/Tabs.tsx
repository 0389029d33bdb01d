import './Tabs.css'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { useFormats } from '../words.ts'

export type Tab = { id: string; word: string; count?: number; content: ReactNode }

/** Arrows move along the words, the sheet follows. For what changes the address use links instead. */
export function Tabs({ label, tabs, selected, onSelect }: { label: string; tabs: readonly Tab[]; selected: string; onSelect: (id: string) => void }) {
  const id = useId()
  const formats = useFormats()
  const at = tabs.findIndex((tab) => tab.id === selected)

  function press(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!step || !next) return
    event.preventDefault()
    onSelect(next.id)
    document.getElementById(`${id}-${next.id}`)?.focus()
  }

  return (
    <div className="Tabs">
      <div role="tablist" aria-label={label} className="Tabs-list">
        {tabs.map((tab) => (
          <button key={tab.id} type="button" role="tab" id={`${id}-${tab.id}`} aria-selected={tab.id === selected} aria-controls={`${id}-sheet`}
            tabIndex={tab.id === selected ? 0 : -1} onClick={() => onSelect(tab.id)} onKeyDown={press}>
            {tab.word}
            {tab.count !== undefined && <span className="Tabs-count">{formats.number(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-sheet`} aria-labelledby={`${id}-${selected}`} className="Tabs-sheet">{tabs[at]?.content}</div>
    </div>
  )
}
