import { lazy, Suspense, useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { useWords } from '#platform/web/words.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { Ahead } from './bulk-pieces.ts'

// Not of the first load: it comes when one acts on many.
const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog.tsx')).BulkDialog }))

/** `chosen`: these cases, or all that the conditions of the list match. */
type Props = { chosen: Ahead; onChoose: (numbers: ReadonlySet<string>) => void; onChooseAll: (() => void) | null }

/** Stands at the foot of the list while something is selected: how many, what to do with them, and all of the list at one press. */
export function BulkBar({ chosen, onChoose, onChooseAll }: Props) {
  const { list: t } = useWords({ es, en })
  const { bulk } = useWords({ es: listsEs, en: listsEn })
  const [open, setOpen] = useState(false)
  const said = 'numbers' in chosen ? t.selected(chosen.numbers.length) : bulk.allChosen
  return (
    <div className="Table-selected" role="toolbar" aria-label={t.bulk}>
      <output><strong>{said}</strong></output>
      <Button small weight="primary" kbd="b" onPress={() => setOpen(true)}>{t.bulk}</Button>
      {onChooseAll && <button type="button" onClick={onChooseAll}>{bulk.chooseAll}</button>}
      <button type="button" onClick={() => onChoose(new Set())}>{bulk.clear}</button>
      {open && <Suspense><BulkDialog chosen={chosen} title={'numbers' in chosen ? said : bulk.allTitle} onClose={() => setOpen(false)} onDone={(left) => { setOpen(false); onChoose(new Set(left)) }} /></Suspense>}
    </div>
  )
}
