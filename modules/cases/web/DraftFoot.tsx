import type { ReactNode } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useAction } from '#platform/web/keys.ts'
import { useFormats } from '#platform/web/words.ts'
import type { Written } from './draft-text.ts'
import type { KeptDraft } from './use-kept-draft.ts'
import { useCaseWords } from './use-case-words.ts'

type Props = { draft: KeptDraft; verb: string; notYet: string | null; pending: boolean; onSend: () => void; onHide: () => void; onReopen: (start: Written) => void; note?: ReactNode }

/** Under what is being written: where it is kept, and the ways on. The text stays when it is only closed. */
export function DraftFoot({ draft, verb, notYet, pending, onSend, onHide, onReopen, note }: Props) {
  const { t } = useCaseWords()
  const formats = useFormats()
  useAction({ verb, key: '$mod+Enter', run: () => { if (!notYet && !pending) onSend() }, first: true, unlisted: true })
  const discard = () => {
    const { body, fields } = draft.value
    draft.forget({ sent: false })
    onHide()
    showToast({ text: t.discarded, undo: () => onReopen({ body, fields }) })
  }
  const kept = draft.state === 'away' ? t.savedHere : draft.savedAt !== null && draft.state === 'saved' ? t.savedBoth(formats.time(draft.savedAt)) : draft.recovered ? t.recovered : ''
  return (
    <div className="Composer-foot">
      <p className="Composer-kept">{note}{kept && <span>{kept}</span>}</p>
      {draft.value.body && <Button weight="quiet" onPress={discard}>{t.discard}</Button>}
      <Button onPress={onHide}>{t.hide}</Button>
      <Button weight="primary" kbd="$mod+Enter" disabledReason={notYet} pending={pending} onPress={onSend}>{verb}</Button>
    </div>
  )
}
