import { ListBranches } from '#modules/people/contract-places.ts'
import { useReply } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { ComboBox } from '#platform/web/design/ComboBox.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FileField } from '#platform/web/design/FileField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { foldText as fold } from '#kernel/plain-text.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { Channel, ListCauses, ListProducts, Severity, Stage } from '../contract.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { causeOptions } from './cause-options.ts'
import type { Registration } from './registration.ts'
import { useUpload } from './use-upload.ts'

type Props = { registration: Registration; set: (some: Partial<Registration>) => void; error: Error | null }

/** Where, what product, which cause, what proves it: all of it may be left for later but what a cause asks for. */
export function MoreData({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const { language } = useReader()
  const formats = useFormats()
  const { data: causes } = useReply(ListCauses, {}, { staleTime: 300_000 })
  const { data: products } = useReply(ListProducts, {}, { staleTime: 300_000 })
  const { data: branches } = useReply(ListBranches, {}, { staleTime: 60_000 })
  const upload = useUpload(r.files, (files) => set({ files }))
  const among = <Option extends { label: string }>(options: readonly Option[]) => (text: string) => options.filter(({ label }) => fold(label).includes(fold(text)))
  const active = (branches?.items ?? []).filter((branch) => branch.active)
  return (
    <>
      <FormRow>
        <Select label={t.channel} name="channel" value={r.channel} onChange={(channel) => set({ channel: Channel.parse(channel) })} options={Channel.options.filter((one) => one !== 'api').map((value) => ({ value, label: words.channels[value] }))} />
        <DateField label={t.received} name="receivedAt" value={r.receivedOn} onChange={(receivedOn) => set({ receivedOn })} max={formats.today()} optional hint={r.receivedOn ? undefined : t.receivedNow} error={errorOf(error, 'receivedAt')} />
        {r.receivedOn && <TextField label={t.receivedAt} value={r.receivedTime} onChange={(receivedTime) => set({ receivedTime })} placeholder="14:30" optional />}
        {active.length > 1 && <Select label={t.branch} name="branchId" value={r.branchId} onChange={(branchId) => set({ branchId })} none={t.branch} options={active.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf(error, 'branchId')} />}
      </FormRow>
      <FormRow>
        <ComboBox label={t.cause} name="causeId" value={r.cause} onChange={(cause) => set({ cause })} search={among(causeOptions(causes?.items ?? [], r.kind, language))} minLength={0} placeholder={t.causeNone} optional error={errorOf(error, 'causeId')} />
        <Select label={t.severity} name="severity" value={r.severity} onChange={(severity) => set({ severity: severity ? Severity.parse(severity) : '' })} none={t.severityOfCause} options={Severity.options.map((value) => ({ value, label: words.severities[value] }))} optional />
      </FormRow>
      <FormRow>
        <ComboBox label={t.product} name="productId" value={r.product} onChange={(product) => set({ product })} optional minLength={0}
          search={among((products?.items ?? []).map(({ id, name, nameEn, code }) => ({ id, label: language === 'en' && nameEn ? nameEn : name, detail: code })))} />
        <TextField label={t.serial} name="serial" value={r.serial} onChange={(serial) => set({ serial })} optional error={errorOf(error, 'serial')} />
        <TextField label={t.order} name="orderNumber" value={r.orderNumber} onChange={(orderNumber) => set({ orderNumber })} optional error={errorOf(error, 'orderNumber')} />
        <TextField label={t.place} name="place" value={r.place} onChange={(place) => set({ place })} optional error={errorOf(error, 'place')} />
      </FormRow>
      <TextArea label={t.wished} name="wishedOutcome" value={r.wishedOutcome} onChange={(wishedOutcome) => set({ wishedOutcome })} rows={2} optional />
      <FileField label={t.evidence} name="files" files={upload.files} onAdd={upload.add} onRemove={upload.remove} optional error={errorOf(error, 'files')} />
      <div className="Register-flags">
        <Select label={t.stage} name="stage" value={r.stage} onChange={(stage) => set({ stage: Stage.parse(stage) })} options={Stage.options.map((value) => ({ value, label: words.stages[value] }))} />
        <Checkbox label={t.consumer} checked={r.consumer} onChange={(consumer) => set({ consumer })} />
        <Checkbox label={t.personalData} checked={r.personalData} onChange={(personalData) => set({ personalData })} />
      </div>
    </>
  )
}


