import { foldText as fold } from '#kernel/plain-text.ts'
import { useVerb } from '#platform/web/data.ts'
import { ComboBox } from '#platform/web/design/ComboBox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { AskArea } from '../contract-work.ts'
import { AttachField } from './AttachField.tsx'
import type { FormProps } from './Composer.tsx'
import { DraftClash } from './DraftClash.tsx'
import { DraftFoot } from './DraftFoot.tsx'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useAreas } from './use-names.ts'
import { useUpload } from './use-upload.ts'

/** Asks an area for its answer; the area gets a term of its own. */
export function AskAreaForm({ sheet, me, onClose, onReopen, start }: FormProps) {
  const { t, away } = useCaseWords()
  const areas = useAreas()
  const draft = useKeptDraft({ number: sheet.number, kind: 'area-request', me, start: start ?? { body: '', fields: {} } })
  const { body, fields, files } = draft.value
  const area = areas.find(({ id }) => id === fields['areaId']) ?? null
  const upload = useUpload(files, (done) => draft.write({ files: done }))
  const ask = useVerb(AskArea, { rereads: CASE_REREADS })
  const send = () => {
    if (!area) return
    ask.mutate({ params: { number: sheet.number }, body: { areaId: area.id, question: body, files: files.map(({ id }) => id) } }, {
      onSuccess: () => {
        draft.forget({ sent: true })
        showToast({ text: t.told.asked(area.label) })
        onClose()
      },
    })
  }
  return (
    <form className="Composer-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <FormErrors errors={formErrors(ask.error).map((one) => ({ ...one, message: one.message || away }))} />
      <DraftClash draft={draft} />
      <ComboBox
        label={t.area} name="areaId" value={area} onChange={(chosen) => draft.write({ fields: { ...fields, areaId: chosen?.id ?? '' } })} minLength={0} autoFocus={!area} error={errorOf(ask.error, 'areaId')}
        search={(text) => areas.filter(({ label, detail }) => fold(`${label} ${detail}`).includes(fold(text)))}
      />
      <TextArea label={t.askBody} name="question" value={body} onChange={(text) => draft.write({ body: text })} rows={4} limit={20_000} autoFocus={Boolean(area)} error={errorOf(ask.error, 'question')} />
      <AttachField upload={upload} error={errorOf(ask.error, 'files')} />
      <DraftFoot draft={draft} verb={t.askArea} pending={ask.isPending} onSend={send} onHide={onClose} onReopen={onReopen} notYet={upload.busy ? t.waitFiles : !area ? t.chooseArea : body.trim() ? null : t.writeFirst} />
    </form>
  )
}
