import { useState } from 'react'
import { TermQuestions } from '#modules/calendars/web/TermQuestions.tsx'
import { Stage } from '../contract.ts'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats } from '#platform/web/words.ts'
import { CorrectCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { corrections, type Correction } from './corrections.ts'
import { useCaseWords } from './use-case-words.ts'
import { WhoField } from './WhoField.tsx'

/** Corrects what was written; needs the version that was read, so that nobody's correction is lost. */
export function CorrectDialog({ sheet, onClose }: CaseDialogProps) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const [c, setC] = useState<Correction>(() => ({
    title: sheet.title, description: sheet.description, wishedOutcome: sheet.wishedOutcome, product: sheet.product, serial: sheet.serial, orderNumber: sheet.orderNumber, place: sheet.place,
    incidentOn: sheet.incidentOn, stage: sheet.stage, customer: sheet.customer && { id: sheet.customer.id, label: sheet.customer.name }, name: sheet.reporter.name, telephone: sheet.reporter.telephone, email: sheet.reporter.email, facts: sheet.termFacts,
  }))
  const [reason, setReason] = useState('')
  const set = (some: Partial<Correction>) => setC((last) => ({ ...last, ...some }))
  const { number } = sheet
  return (
    <ActDialog endpoint={CorrectCase} size="large" title={t.title.correct(number)} verb={t.save} told={t.told.correct(number)} onClose={onClose} asked={() => ({ params: { number }, ifMatch: sheet.version, body: { ...corrections(sheet, c), reason } })}>
      {(error) => (
        <>
          <TextArea label={t.story} name="description" value={c.description} onChange={(description) => set({ description })} rows={4} autoFocus error={errorOf(error, 'description')} />
          <WhoField value={c.customer} onChange={(customer) => set({ customer })} error={errorOf(error, 'customer')} />
          <FormRow>
            <TextField label={t.reporter} name="reporter.name" value={c.name} onChange={(name) => set({ name })} optional />
            <TextField label={t.telephone} name="reporter.telephone" type="tel" value={c.telephone} onChange={(telephone) => set({ telephone })} optional />
            <TextField label={t.email} name="reporter.email" type="email" value={c.email} onChange={(email) => set({ email })} optional error={errorOf(error, 'reporter.email')} />
          </FormRow>
          <TextField label={t.wished} name="wishedOutcome" value={c.wishedOutcome} onChange={(wishedOutcome) => set({ wishedOutcome })} optional />
          <FormRow>
            <TextField label={t.product} name="product" value={c.product} onChange={(product) => set({ product })} optional />
            <TextField label={t.serial} name="serial" value={c.serial} onChange={(serial) => set({ serial })} optional error={errorOf(error, 'serial')} />
            <TextField label={t.order} name="orderNumber" value={c.orderNumber} onChange={(orderNumber) => set({ orderNumber })} optional />
          </FormRow>
          <FormRow>
            <TextField label={t.place} name="place" value={c.place} onChange={(place) => set({ place })} optional />
            <DateField label={t.incident} name="incidentOn" value={c.incidentOn} onChange={(incidentOn) => set({ incidentOn })} max={formats.today()} optional error={errorOf(error, 'incidentOn')} />
            <Select label={t.stage} name="stage" value={c.stage} onChange={(stage) => set({ stage: oneOf(Stage.options, stage) ?? c.stage })} options={Stage.options.map((value) => ({ value, label: words.stages[value] }))} />
          </FormRow>
          <p className="soft">{t.factsExplain}</p>
          <TermQuestions facts={c.facts} set={(some) => set({ facts: { ...c.facts, ...some } })} error={error} />
          <TextField label={t.reason} name="reason" value={reason} onChange={setReason} optional error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
