import { lazy, Suspense, useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { Menu } from '#platform/web/design/Menu.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-lists.ts'
import { es } from '../es-lists.ts'
import { addressOf, keepable, type View, type ViewFilter } from './saved-view.ts'
import { useKeepView, useSeenBy } from './use-saved-views.ts'

// Not of the first load: they come when somebody arranges their views.
const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog.tsx')).SaveViewDialog }))
const ViewDialog = lazy(async () => ({ default: (await import('./ViewDialog.tsx')).ViewDialog }))
const RemoveViewDialog = lazy(async () => ({ default: (await import('./RemoveViewDialog.tsx')).RemoveViewDialog }))

/** `seen`: what the list shows now, which may be kept. */
type Props = { view: View; changed: boolean; seen: ViewFilter; onRemoved: () => void }

/** Under the name of the view one is at: who sees it, whether what is seen is still what it keeps, and what can be done with it. */
export function ViewBar({ view, changed, seen, onRemoved }: Props) {
  const { views: v } = useWords({ es, en })
  const go = useGo()
  const keep = useKeepView()
  const seenBy = useSeenBy()
  const [open, setOpen] = useState<'another' | 'change' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const notYours = view.mayChange ? null : v.notYours
  return (
    <div className="ViewBar">
      <span className="soft">{seenBy(view)}</span>
      <Menu
        label={v.acts(view.name)}
        items={[
          { verb: v.keep, run: () => void keep(view, { filter: keepable(view, seen) }), disabledReason: notYours ?? (changed ? null : v.asSaved) },
          { verb: v.another, run: () => setOpen('another') },
          { verb: v.change, run: () => setOpen('change'), disabledReason: notYours },
          { verb: v.remove, run: () => setOpen('remove'), disabledReason: notYours, danger: true, apart: true },
        ]}
      />
      {changed && (
        <>
          <span className="ViewBar-changed">{v.changed}</span>
          {view.mayChange ? <Button small onPress={() => keep(view, { filter: keepable(view, seen) })}>{v.keep}</Button> : <Button small onPress={() => setOpen('another')}>{v.another}</Button>}
          <Button small weight="quiet" onPress={() => go(addressOf(view))}>{v.back}</Button>
        </>
      )}
      <Suspense>
        {open === 'another' && <SaveViewDialog seen={seen} onClose={close} />}
        {open === 'change' && <ViewDialog view={view} onClose={close} />}
        {open === 'remove' && <RemoveViewDialog view={view} onClose={close} onRemoved={onRemoved} />}
      </Suspense>
    </div>
  )
}
