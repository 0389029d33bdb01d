import { useRef } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { Way } from '../contract.ts'
import { WriteAnswer } from '../contract-work.ts'
import { amountText } from './amount-text.ts'
import { AnsweredMeanwhile } from './AnsweredMeanwhile.tsx'
import { ApprovalNotice } from './ApprovalNotice.tsx'
import { AttachField } from './AttachField.tsx'
import type { FormProps } from './Composer.tsx'
import { DraftClash } from './DraftClash.tsx'
import { DraftFoot } from './DraftFoot.tsx'
import { emptyFields } from './draft-text.ts'
import { MissingFields } from './MissingFields.tsx'
import { TemplateField } from './TemplateField.tsx'
import { useAnsweredMeanwhile } from './use-answered-meanwhile.ts'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSendAnswer } from './use-send-answer.ts'
import { useTypedDoors } from './use-typed-doors.ts'
import { useUpload } from './use-upload.ts'

/** The answer to the customer: by which way, in which words, whether it is the final one. It can be taken back for ten seconds. */
export function AnswerForm({ sheet, me, onClose, onReopen, start }: FormProps) {
  const { t, words, away } = useCaseWords()
  const form = useRef<HTMLFormElement>(null)
  const draft = useKeptDraft({ number: sheet.number, kind: 'answer', me, start: start ?? { body: '', fields: firstFields(sheet.reporter.email) } })
  const { body, fields, files } = draft.value
  const way = oneOf(Way.options, fields['way']) ?? 'mail'
  const field = (name: string) => fields[name] ?? ''
  const put = (some: Record<string, string>, text = body) => draft.write({ body: text, fields: { ...fields, ...some } })
  const type = useTypedDoors(form, body, (text) => draft.write({ body: text }))
  const upload = useUpload(files, (done) => draft.write({ files: done }))
  const write = useVerb(WriteAnswer, { rereads: CASE_REREADS })
  const final = field('final') !== 'no'
  const written = way === 'mail' || way === 'letter'
  const amount = amountText(field('amount'))
  const missing = [...emptyFields(field('subject')), ...emptyFields(body)].map(({ name }) => name)
  const send = useSendAnswer({ sheet, draft, write, onClose, onReopen })
  const { meanwhile, heed, unlessAnswered } = useAnsweredMeanwhile(sheet, me)
  const error = (name: string) => errorOf(write.error, name)
  const notYet = upload.busy ? t.waitFiles : missing.length > 0 ? t.missingStop : body.trim() ? null : t.writeFirst
  return (
    <form ref={form} className="Composer-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <FormErrors errors={formErrors(write.error).map((one) => ({ ...one, message: one.message || away }))} />
      <DraftClash draft={draft} />
      <AnsweredMeanwhile answers={meanwhile} onHeed={heed} />
      <FormRow>
        <Choice label={t.answerWay} name="way" value={way} onChange={(value) => put({ way: value })} options={Way.options.map((value) => ({ value, label: words.ways[value] }))} />
        {written && <TemplateField sheet={sheet} value={field('templateId')} onFilled={(filled) => put({ templateId: filled.templateId, subject: filled.subject }, filled.body)} onNone={() => put({ templateId: '' })} />}
      </FormRow>
      {written && (
        <FormRow>
          {way === 'mail' && <TextField label={t.recipient} name="recipient" type="email" value={field('recipient')} onChange={(recipient) => put({ recipient })} error={error('recipient')} />}
          <TextField label={t.subject} name="subject" value={field('subject')} onChange={(subject) => put({ subject })} maxLength={200} optional error={error('subject')} />
        </FormRow>
      )}
      <TextArea label={t.body} name="body" value={body} onChange={type} rows={7} limit={40_000} autoFocus hint={written ? t.bodyHint : t.spokenHint} error={error('body')} />
      <MissingFields body={body} names={missing} form={form} />
      <FormRow>
        <Checkbox label={t.final} name="final" checked={final} onChange={(checked) => put({ final: checked ? 'yes' : 'no' })} hint={final ? undefined : t.finalHint} />
        <TextField label={t.money} name="money" inputMode="decimal" value={field('amount')} onChange={(typed) => put({ amount: typed })} hint={t.amountHint} optional error={error('money') ?? error('money.amount')} />
      </FormRow>
      <AttachField upload={upload} error={error('files')} />
      <DraftFoot draft={draft} verb={written ? t.send : t.record} pending={write.isPending} onSend={() => void unlessAnswered(() => send({ way, final, amount }))} onHide={onClose} onReopen={onReopen} notYet={notYet} note={<ApprovalNotice kind={sheet.kind} amount={amount} />} />
    </form>
  )
}

const firstFields = (email: string): Record<string, string> => ({ way: 'mail', recipient: email, final: 'yes' })
