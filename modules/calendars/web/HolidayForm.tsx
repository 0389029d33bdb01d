import { dayText } from '#kernel/day.ts'
import { holidaysOf, type HolidayRule } from '#kernel/holidays.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { en } from '../en-holidays.ts'
import { es } from '../es-holidays.ts'
import { dateOf, ruleOf, type HolidayDraft } from './holiday-draft.ts'

type Props = { id: string; draft: HolidayDraft; onChange: (draft: HolidayDraft) => void; isNew: boolean; year: number; onTake: (holiday: HolidayRule) => void; onBack: () => void }

/** One holiday: its name, the day it is each year, the law that says so and from when to when. */
export function HolidayForm({ id, draft, onChange, isNew, year, onTake, onBack }: Props) {
  const t = useWords({ es, en })
  const formats = useFormats()
  const { locale } = useReader()
  const set = (some: Partial<HolidayDraft>) => onChange({ ...draft, ...some })
  const rule = ruleOf(draft)
  const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, at, 1)) }))
  const falls = rule ? [year, year + 1, year + 2].flatMap((each) => [...holidaysOf([rule], each).keys()]).map((day) => formats.longDay(dayText(day))) : []
  return (
    <form id={id} className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); if (rule) onTake(rule) }}>
      <div><Button small weight="quiet" icon="back" onPress={onBack}>{t.back}</Button></div>
      <FormRow>
        <TextField label={t.name} name="es" value={draft.es} onChange={(said) => set({ es: said })} maxLength={200} autoFocus={isNew} />
        <TextField label={t.nameEn} name="en" value={draft.en} onChange={(said) => set({ en: said })} maxLength={200} optional />
      </FormRow>
      <Choice label={t.when} name="kind" value={draft.kind} onChange={(kind) => set({ kind })} options={(['fixed', 'next-monday', 'easter'] as const).map((value) => ({ value, label: t.kinds[value] }))} />
      {draft.kind === 'easter' ? (
        <>
          <TextField label={t.days} name="days" value={draft.days} onChange={(days) => set({ days })} maxLength={4} hint={t.daysHint} />
          <Checkbox label={t.toMonday} checked={draft.toMonday} onChange={(toMonday) => set({ toMonday })} />
        </>
      ) : (
        <FormRow>
          <TextField label={t.day} name="day" value={draft.day} onChange={(day) => set({ day })} inputMode="numeric" maxLength={2} error={draft.day !== '' && dateOf(draft) === null ? t.notADay : null} />
          <Select label={t.month} name="month" value={draft.month} onChange={(month) => set({ month })} options={months} />
        </FormRow>
      )}
      <TextField label={t.law} name="source" value={draft.source} onChange={(source) => set({ source })} hint={t.lawHint} maxLength={400} />
      <FormRow>
        <DateField label={t.since} name="since" value={draft.since} onChange={(since) => set({ since })} hint={t.sinceHint} optional />
        <DateField label={t.until} name="until" value={draft.until} onChange={(until) => set({ until })} hint={t.untilHint} optional />
      </FormRow>
      {rule && <p aria-live="polite">{falls.length > 0 ? t.falls(formats.list(falls)) : t.never}</p>}
    </form>
  )
}
