import { useState } from 'react'
import { flushSync } from 'react-dom'
import { EditMe, ReadSession } from '#modules/people/contract-account.ts'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { CaseColumn } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { USUAL } from './case-columns.tsx'

type Props = { chosen: readonly CaseColumn[] | null; onView: ((taken: readonly CaseColumn[] | null) => void) | null; onClose: () => void }

/** Which columns, and in which order: of the view that is looked at, else of every list of whoever chooses. */
export function ColumnsDialog({ chosen, onView, onClose }: Props) {
  const { list: t } = useWords({ es, en })
  const { columns: c } = useWords({ es: listsEs, en: listsEn })
  const [shown, setShown] = useState<ReadonlySet<CaseColumn>>(new Set(chosen ?? USUAL))
  const [order, setOrder] = useState([...shown, ...CaseColumn.options.filter((one) => !shown.has(one))])
  const edit = useVerb(EditMe, { rereads: [ReadSession] })
  function take(columns: readonly CaseColumn[] | null) {
    if (!onView) return edit.mutate({ body: { caseColumns: [...(columns ?? [])] } }, { onSuccess: onClose })
    onView(columns)
    onClose()
  }
  /** The line that is moved keeps the focus, wherever it goes. */
  function move(at: number, by: -1 | 1) {
    const held = document.activeElement as HTMLElement
    flushSync(() => setOrder(order.with(at, order[at + by]!).with(at + by, order[at]!)))
    held.focus()
  }
  return (
    <Dialog open onClose={onClose} title={c.title} primary={<Button weight="primary" kbd="$mod+Enter" pending={edit.isPending} disabledReason={shown.size > 0 ? null : c.none} onPress={() => take(order.filter((one) => shown.has(one)))}>{c.take}</Button>}>
      <p className="soft small">{c.note}</p>
      <FormErrors errors={formErrors(edit.error)} />
      <ul className="Cases-arranged">
        {order.map((one, at) => (
          <li key={one}>
            <Checkbox label={t.columns[one]} checked={shown.has(one)} onChange={(on) => setShown(new Set(on ? [...shown, one] : [...shown].filter((other) => other !== one)))} />
            <Button small weight="quiet" icon="up" label={c.up(t.columns[one])} disabledReason={at === 0 ? c.atEnd : null} onPress={() => move(at, -1)} />
            <Button small weight="quiet" icon="down" label={c.down(t.columns[one])} disabledReason={at === order.length - 1 ? c.atEnd : null} onPress={() => move(at, 1)} />
          </li>
        ))}
      </ul>
      <div><Button small weight="quiet" onPress={() => take(null)}>{c.usual}</Button></div>
    </Dialog>
  )
}
