import { lazy, Suspense, useEffect, useState } from 'react'
import { Button, LinkButton } from '#platform/web/design/Button.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useWords } from '#platform/web/words.ts'
import type { CaseColumn } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { NarrowingProps } from './Narrowing.tsx'
import { rowsHref } from './rows-href.ts'
import type { ViewFilter } from './saved-view.ts'
import { narrowingOf, nothingNarrowed, type useCaseFilter } from './use-case-filter.ts'

// Not of the first load: they come when somebody narrows, arranges or saves.
const Narrowing = lazy(async () => ({ default: (await import('./Narrowing.tsx')).Narrowing }))
const ColumnsDialog = lazy(async () => ({ default: (await import('./ColumnsDialog.tsx')).ColumnsDialog }))
const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog.tsx')).SaveViewDialog }))

/** `seen`: what a view would keep. `columns`: as they were chosen, by whoever looks or in the view that is looked at. */
type Props = Omit<NarrowingProps, 'change'> & { seen: ViewFilter; columns: readonly CaseColumn[] | null; ofView: boolean; change: ReturnType<typeof useCaseFilter>['change'] }

/** Words to find, and what narrows a list; folded away until somebody wants it. */
export function CaseFilters({ filter, seen, change, columns, ofView }: Props) {
  const { list: t } = useWords({ es, en })
  const count = narrowingOf(filter).filter((name) => name !== 'find').length
  const { search: s, columns: c } = useWords({ es: listsEs, en: listsEn })
  const [open, setOpen] = useState(count > 0)
  const [saving, setSaving] = useState(false)
  const [arranging, setArranging] = useState(false)
  return (
    <search className="Cases-filters">
      <div className="Cases-find">
        <FindField value={filter.find ?? ''} onChange={(find) => change({ find: find || undefined })} />
        <Button kbd="f" expanded={open} onPress={() => setOpen(!open)}>{count > 0 ? `${t.filters} · ${count}` : t.filters}</Button>
        <Select label={s.order} labelUnseen value={filter.list === 'everything' ? 'newest' : (filter.sort ?? 'due')} disabled={filter.list === 'everything'} onChange={(sort) => change({ sort: sort === 'due' ? undefined : sort })} options={[{ value: 'due', label: t.due }, { value: 'newest', label: t.newest }]} />
        <span className="Cases-columns"><Button onPress={() => setArranging(true)}>{c.verb}</Button></span>
        {filter.find && <LinkButton href={rowsHref({ find: filter.find, branchId: filter.branchId }, 'search')}>{s.everyCase}</LinkButton>}
      </div>
      {open && (
        <Suspense><Narrowing filter={filter} change={change}>
          <p className="Cases-acts">
            {count > 0 && <Button small onPress={() => change(nothingNarrowed(filter))}>{t.clear}</Button>}
            <Button small onPress={() => setSaving(true)}>{t.save}</Button>
          </p>
        </Narrowing></Suspense>
      )}
      {saving && <Suspense><SaveViewDialog seen={seen} onClose={() => setSaving(false)} /></Suspense>}
      {arranging && <Suspense><ColumnsDialog chosen={columns} onView={ofView ? (taken) => change({ columns: taken?.join(',') }) : null} onClose={() => setArranging(false)} /></Suspense>}
    </search>
  )
}

/** Typing never waits for the list: what is typed goes into the address when one pauses. */
export function FindField({ value, onChange, autoFocus }: { value: string; onChange: (text: string) => void; autoFocus?: boolean }) {
  const { list: t } = useWords({ es, en })
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), 250)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return <TextField label={t.find} labelUnseen type="search" placeholder={t.find} value={typed} onChange={setTyped} autoFocus={autoFocus} />
}
