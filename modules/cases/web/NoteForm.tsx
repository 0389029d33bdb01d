import { useRef } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { WriteNote } from '../contract-work.ts'
import { AttachField } from './AttachField.tsx'
import type { FormProps } from './Composer.tsx'
import { DraftClash } from './DraftClash.tsx'
import { DraftFoot } from './DraftFoot.tsx'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { mentionedIn, MentionField } from './MentionField.tsx'
import { useTypedDoors } from './use-typed-doors.ts'
import { useUpload } from './use-upload.ts'

const KINDS = ['note', 'telephone-note', 'customer-message'] as const
type NoteKind = (typeof KINDS)[number]

/** A note among colleagues, of a call, or the words of a customer who spoke to one. */
export function NoteForm({ sheet, me, onClose, onReopen, start }: FormProps) {
  const { t, words, away } = useCaseWords()
  const draft = useKeptDraft({ number: sheet.number, kind: 'note', me, start: start ?? { body: '', fields: {} } })
  const { body, fields, files } = draft.value
  const kind: NoteKind = KINDS.find((one) => one === fields['kind']) ?? 'note'
  const spoke = kind !== 'note' && fields['spoke'] === 'yes'
  const upload = useUpload(files, (done) => draft.write({ files: done }))
  const mentioned = mentionedIn(fields['mentions'])
  const form = useRef<HTMLFormElement>(null)
  const type = useTypedDoors(form, body, (text) => draft.write({ body: text }))
  const write = useVerb(WriteNote, { rereads: CASE_REREADS })
  const send = () =>
    write.mutate({ params: { number: sheet.number }, body: { kind, body, spoke, mentions: mentioned.map(({ id }) => id), files: files.map(({ id }) => id) } }, {
      onSuccess: () => {
        draft.forget({ sent: true })
        showToast({ text: t.told.note })
        onClose()
      },
    })
  return (
    <form ref={form} className="Composer-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <FormErrors errors={formErrors(write.error).map((one) => ({ ...one, message: one.message || away }))} />
      <DraftClash draft={draft} />
      <Choice label={t.messageKind} name="kind" value={kind} onChange={(value) => draft.write({ fields: { ...fields, kind: value } })} options={KINDS.map((value) => ({ value, label: words.messageKinds[value] }))} />
      <TextArea label={t.noteBody} name="body" hint={kind === 'customer-message' ? t.messageHint : t.noteHint} value={body} onChange={type} rows={4} limit={20_000} autoFocus error={errorOf(write.error, 'body')} />
      {kind !== 'note' && <Checkbox label={t.spoke} hint={t.spokeHint} checked={spoke} onChange={(on) => draft.write({ fields: { ...fields, spoke: on ? 'yes' : '' } })} />}
      <MentionField mentioned={mentioned} me={me} onChange={(all) => draft.write({ fields: { ...fields, mentions: JSON.stringify(all) } })} error={errorOf(write.error, 'mentions')} />
      <AttachField upload={upload} error={errorOf(write.error, 'files')} />
      <DraftFoot draft={draft} verb={t.save} pending={write.isPending} onSend={send} onHide={onClose} onReopen={onReopen} notYet={upload.busy ? t.waitFiles : body.trim() ? null : t.writeFirst} />
    </form>
  )
}
