import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { AnswerAreaRequest } from '../contract-work.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { AskedOfArea } from './AreaRequestsScreen.tsx'
import { AttachField } from './AttachField.tsx'
import { DraftClash } from './DraftClash.tsx'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useUpload } from './use-upload.ts'

type Props = { request: AskedOfArea; me: string; onDone: () => void; onReturn: () => void }

/** The area's answer, in place; kept as it is typed. Not of this area: it goes back, saying why. */
export function AreaAnswerForm({ request, me, onDone, onReturn }: Props) {
  const { areas: w } = useWords({ es, en })
  const { t, away } = useCaseWords()
  const formats = useFormats()
  const draft = useKeptDraft({ number: request.number, kind: 'area-answer', me, start: { body: '', fields: {} } })
  const { body, files } = draft.value
  const upload = useUpload(files, (done) => draft.write({ files: done }))
  const answer = useVerb(AnswerAreaRequest, { rereads: CASE_REREADS })
  const notYet = upload.busy ? t.waitFiles : body.trim() ? null : t.writeFirst
  const send = () => {
    if (notYet || answer.isPending) return
    answer.mutate({ params: { areaRequestId: request.id }, body: { answer: body, files: files.map(({ id }) => id) } }, {
      onSuccess: () => {
        draft.forget({ sent: true })
        showToast({ text: w.answered(request.number) })
        onDone()
      },
    })
  }
  const kept = draft.state === 'away' ? t.savedHere : draft.savedAt !== null && draft.state === 'saved' ? t.savedBoth(formats.time(draft.savedAt)) : draft.recovered ? t.recovered : ''
  return (
    <form className="AreaRequests-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={formErrors(answer.error).map((one) => ({ ...one, message: one.message || away }))} />
      <DraftClash draft={draft} />
      <TextArea label={t.theAnswer} name="answer" value={body} onChange={(text) => draft.write({ body: text })} rows={5} limit={20_000} error={errorOf(answer.error, 'answer')} />
      <AttachField upload={upload} error={errorOf(answer.error, 'files')} />
      <div className="AreaRequests-acts">
        <p className="soft small">{kept}</p>
        <Button kbd="b" onPress={onReturn}>{t.returnToDesk}</Button>
        <Button weight="primary" type="submit" kbd="$mod+Enter" disabledReason={notYet} pending={answer.isPending}>{t.answerAsArea}</Button>
      </div>
    </form>
  )
}
