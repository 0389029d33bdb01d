import { ListStaff } from '#modules/people/contract-staff.ts'
import { call, type ProblemError } from '#platform/web/data.ts'
import { Choice } from '#platform/web/design/Choice.tsx'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { Severity } from '../contract.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { BULK_VERBS, type BulkForm } from './bulk-act.ts'
import { CauseField } from './CauseField.tsx'
import { MomentFields } from './MomentFields.tsx'
import { QUICK } from './quick-moment.ts'
import { useCaseWords } from './use-case-words.ts'
import { useAreas } from './use-names.ts'

/** What each of the acts on many asks. */
export function BulkFields({ form, set, error }: { form: BulkForm; set: (some: Partial<BulkForm>) => void; error: ProblemError | null }) {
  const { list: t } = useWords({ es, en })
  const { bulk } = useWords({ es: listsEs, en: listsEn })
  const { t: sheet, words } = useCaseWords()
  const areas = useAreas()
  const { verb } = form
  const findStaff = async (text: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const { items } = await call(ListStaff, { query: { state: 'active', limit: 12, ...(text && { text }) }, signal })
    return items.map(({ id, name, post }) => ({ id, label: name, detail: post }))
  }
  return (
    <>
      <Select label={bulk.verb} value={verb} onChange={(next) => set({ verb: oneOf(BULK_VERBS, next) ?? verb })} options={BULK_VERBS.map((value) => ({ value, label: t.acts[value] }))} />
      {verb === 'assign' && <ComboBox label={sheet.owner} name="act.ownerId" value={form.owner} onChange={(owner) => set({ owner })} search={findStaff} minLength={0} error={errorOf(error, 'act.ownerId')} />}
      {verb === 'route' && <Select label={sheet.area} name="act.areaId" value={form.areaId} onChange={(areaId) => set({ areaId })} none="—" options={areas.map(({ id, label }) => ({ value: id, label }))} error={errorOf(error, 'act.areaId')} />}
      {verb === 'classify' && (
        <>
          <CauseField label={sheet.cause} kind={null} value={form.cause} onChange={(cause) => set({ cause })} optional error={errorOf(error, 'act.causeId')} />
          <Select label={sheet.severity} name="act.severity" value={form.severity} onChange={(severity) => set({ severity: oneOf(Severity.options, severity) ?? '' })} none={sheet.severityNone} options={Severity.options.map((value) => ({ value, label: words.severities[value] }))} optional />
        </>
      )}
      {verb === 'snooze' && (
        <>
          <Choice label={sheet.until} name="act.until" value={form.quick} onChange={(quick) => set({ quick })} options={QUICK.map((value) => ({ value, label: sheet.quick[value] }))} error={errorOf(error, 'act.until')} />
          {form.quick === 'other' && <MomentFields label={sheet.until} name="act.until" value={form.moment} onChange={(moment) => set({ moment })} />}
        </>
      )}
      <TextArea label={verb === 'note' ? sheet.note : sheet.reason} name={verb === 'note' ? 'act.body' : 'act.reason'} value={form.text} onChange={(text) => set({ text })} rows={2} optional={verb === 'assign' || verb === 'classify'} error={errorOf(error, verb === 'note' ? 'act.body' : 'act.reason')} />
    </>
  )
}
