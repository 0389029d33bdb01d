import { useId, useState } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { useWords } from '#platform/web/words.ts'
import { ChangeView } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { View } from './saved-view.ts'
import { VIEW_REREADS } from './use-saved-views.ts'
import { namedAs, ruleErrors, ViewFields } from './ViewFields.tsx'

/** Another name, or others who see it; what it shows stays. */
export function ViewDialog({ view, onClose }: { view: View; onClose: () => void }) {
  const { sheet, away } = useWords({ es, en })
  const { views: v } = useWords({ es: listsEs, en: listsEn })
  const form = useId()
  const [named, setNamed] = useState(namedAs(view))
  const change = useVerb(ChangeView, VIEW_REREADS)
  const send = () => change.mutate({ params: { viewId: view.id }, body: named, ifMatch: view.version }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={v.changeTitle(view.name)} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" pending={change.isPending}>{sheet.save}</Button>}>
      <form id={form} className="Cases-save" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        <FormErrors errors={ruleErrors(change.error, away)} />
        <ViewFields named={named} set={setNamed} error={change.error} />
      </form>
    </Dialog>
  )
}
