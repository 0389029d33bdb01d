import { TermQuestions } from '#modules/calendars/web/TermQuestions.tsx'
import { useReply } from '#platform/web/data.ts'
import { ComboBox } from '#platform/web/design/ComboBox.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FileField } from '#platform/web/design/FileField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { Severity, Stage } from '../contract.ts'
import { ListProducts } from '../contract-settings.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { OLDEST_RECEPTION_MONTHS } from '../rules/reception.ts'
import { among } from './among.ts'
import { withSite, type Registration } from './registration.ts'
import { useCustomerAtHand } from './use-customer-at-hand.ts'
import { useRegisteringBranches } from './use-registering-branches.ts'
import { useUpload } from './use-upload.ts'

type Props = { registration: Registration; set: (some: Partial<Registration>) => void; error: Error | null }

const FIELDS = ['customer.siteId', 'receivedAt', 'incidentOn', 'severity', 'productId', 'serial', 'orderNumber', 'place', 'wishedOutcome', 'files', 'stage', 'subjects', 'flags']

/** Whether any of it is at fault: then it must not be folded away. */
export const faultInMore = (error: Error | null): boolean => FIELDS.some((field) => errorOf(error, field) !== null)

/** Whether any of it is already said, as in a draft that was recovered. */
export const saysMore = ({ siteId, receivedOn, incidentOn, product, severity, serial, orderNumber, place, wishedOutcome, files, subjects, flags, personalData, consumer, stage }: Registration): boolean =>
  Boolean(receivedOn ?? incidentOn ?? product) || [siteId, severity, serial, orderNumber, place, wishedOutcome].some((text) => text !== '') || [files, subjects, flags].some(({ length }) => length > 0) || personalData || consumer || stage !== 'after-sale'

/** What product, when, what proves it: all of it may be left for later but what a cause asks for. */
export function MoreData({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const { language } = useReader()
  const formats = useFormats()
  const { data: products } = useReply(ListProducts, {}, { staleTime: 300_000 })
  const sites = useCustomerAtHand(r.customer)?.sites.filter(({ active }) => active) ?? []
  const own = useRegisteringBranches().map(({ id }) => id)
  const upload = useUpload(r.files, (files) => set({ files }))
  return (
    <>
      <FormRow>
        <ComboBox label={t.product} name="productId" value={r.product} onChange={(product) => set({ product })} optional minLength={0} error={errorOf(error, 'productId')}
          search={among((products?.items ?? []).filter(({ active }) => active).map(({ id, name, nameEn, code }) => ({ id, label: language === 'en' && nameEn ? nameEn : name, detail: code })))} />
        <TextField label={t.serial} name="serial" value={r.serial} onChange={(serial) => set({ serial })} optional error={errorOf(error, 'serial')} />
        <TextField label={t.order} name="orderNumber" value={r.orderNumber} onChange={(orderNumber) => set({ orderNumber })} optional error={errorOf(error, 'orderNumber')} />
        {sites.length > 0 && <Select label={t.site} name="customer.siteId" value={r.siteId} onChange={(siteId) => set(withSite(r, sites.find(({ id }) => id === siteId) ?? null, own))} none={t.siteNone} options={sites.map(({ id, name, address, city }) => ({ value: id, label: [name, address, city].filter(Boolean).join(', ') }))} optional error={errorOf(error, 'customer.siteId')} />}
        <TextField label={t.place} name="place" value={r.place} onChange={(place) => set({ place })} optional error={errorOf(error, 'place')} />
      </FormRow>
      <FormRow>
        <Select label={t.severity} name="severity" value={r.severity} onChange={(severity) => set({ severity: oneOf(Severity.options, severity) ?? '' })} none={t.severityOfCause} options={Severity.options.map((value) => ({ value, label: words.severities[value] }))} optional />
        <DateField label={t.incident} name="incidentOn" value={r.incidentOn} onChange={(incidentOn) => set({ incidentOn })} max={formats.today()} optional error={errorOf(error, 'incidentOn')} />
        <DateField label={t.received} name="receivedAt" value={r.receivedOn} onChange={(receivedOn) => set({ receivedOn })} min={formats.monthAfter(formats.today(), -OLDEST_RECEPTION_MONTHS)} max={formats.today()} optional hint={r.receivedOn ? undefined : t.receivedNow} error={errorOf(error, 'receivedAt')} />
        {r.receivedOn && <TextField label={t.receivedAt} value={r.receivedTime} onChange={(receivedTime) => set({ receivedTime })} placeholder="14:30" optional />}
        <Select label={t.stage} name="stage" value={r.stage} onChange={(stage) => set({ stage: oneOf(Stage.options, stage) ?? r.stage })} options={Stage.options.map((value) => ({ value, label: words.stages[value] }))} optional />
      </FormRow>
      <TextArea label={t.wished} name="wishedOutcome" value={r.wishedOutcome} onChange={(wishedOutcome) => set({ wishedOutcome })} rows={2} optional error={errorOf(error, 'wishedOutcome')} />
      <FileField label={t.evidence} name="files" files={upload.files} onAdd={upload.add} onRemove={upload.remove} optional error={errorOf(error, 'files')} />
      <TermQuestions facts={r} set={set} error={error} />
    </>
  )
}
