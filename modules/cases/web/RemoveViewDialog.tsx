import { useVerb } from '#platform/web/data.ts'
import { ConfirmDialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useWords } from '#platform/web/words.ts'
import { RemoveView } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { View } from './saved-view.ts'
import { useSeenBy, VIEW_REREADS } from './use-saved-views.ts'
import { ruleErrors } from './ViewFields.tsx'

export function RemoveViewDialog({ view, onClose, onRemoved }: { view: View; onClose: () => void; onRemoved: () => void }) {
  const { away } = useWords({ es, en })
  const { views: v } = useWords({ es: listsEs, en: listsEn })
  const seenBy = useSeenBy()
  const remove = useVerb(RemoveView, VIEW_REREADS)
  const confirm = () => remove.mutateAsync({ params: { viewId: view.id } }).then(() => {
    showToast({ text: v.removed(view.name) })
    onClose()
    onRemoved()
  })
  return (
    <ConfirmDialog open onClose={onClose} title={v.removeTitle(view.name)} verb={v.remove} onConfirm={confirm}>
      <FormErrors errors={ruleErrors(remove.error, away)} />
      <p>{v.removeExplain(seenBy(view))}</p>
    </ConfirmDialog>
  )
}
