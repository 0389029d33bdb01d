import { DateField } from '#platform/web/design/DateField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useFormats } from '#platform/web/words.ts'
import { useCaseWords } from './use-case-words.ts'

/** A day and a wall-clock time, as they are typed; `day` null is not said. */
export type Moment = { day: string | null; time: string }
export const emptyMoment: Moment = { day: null, time: '' }

type Props = { value: Moment; onChange: (moment: Moment) => void; name: string; label?: string; error?: string | null; past?: boolean }

export function MomentFields({ value, onChange, name, label, error, past }: Props) {
  const { t } = useCaseWords()
  const formats = useFormats()
  return (
    <FormRow>
      <DateField label={label ?? t.when} name={name} value={value.day} onChange={(day) => onChange({ ...value, day })} error={error} {...(past ? { max: formats.today() } : { min: formats.today() })} />
      <TextField label={t.time} value={value.time} onChange={(time) => onChange({ ...value, time })} placeholder="14:30" inputMode="numeric" optional />
    </FormRow>
  )
}
