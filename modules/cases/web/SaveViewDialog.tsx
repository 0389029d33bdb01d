import { useId, useState } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { SaveView } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { addressOf, type ViewFilter } from './saved-view.ts'
import { useKeepView, useSavedViews, VIEW_REREADS } from './use-saved-views.ts'
import { namedAs, ruleErrors, ViewFields, type Named } from './ViewFields.tsx'

const UNNAMED: Named = { name: '', shared: false, branchId: null }

/** What the list shows now, under a new name or in place of a view that there is. */
export function SaveViewDialog({ seen, onClose }: { seen: ViewFilter; onClose: () => void }) {
  const { list: t, away } = useWords({ es, en })
  const { views: v } = useWords({ es: listsEs, en: listsEn })
  const form = useId()
  const go = useGo()
  const keep = useKeepView()
  const [named, setNamed] = useState(UNNAMED)
  const [overId, setOverId] = useState('')
  const save = useVerb(SaveView, VIEW_REREADS)
  const others = useSavedViews()?.filter(({ mayChange }) => mayChange) ?? []
  const over = others.find(({ id }) => id === overId)
  const body = { ...named, filter: seen }
  function putInPlaceOf(id: string) {
    setOverId(id)
    setNamed(namedAs(others.find((view) => view.id === id) ?? UNNAMED))
  }
  async function send() {
    if (!over) go(addressOf(await save.mutateAsync({ body })))
    else if (!(await keep(over, body))) return
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t.save} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" pending={save.isPending}>{t.save}</Button>}>
      <form id={form} className="Cases-save" noValidate onSubmit={(event) => { event.preventDefault(); void send().catch(() => {}) }}>
        <FormErrors errors={ruleErrors(save.error, away)} />
        <ViewFields named={named} set={setNamed} error={save.error} />
        {others.length > 0 && <Select label={v.inPlaceOf} value={overId} onChange={putInPlaceOf} none={v.none} options={others.map(({ id, name }) => ({ value: id, label: name }))} hint={over && v.over} />}
      </form>
    </Dialog>
  )
}
