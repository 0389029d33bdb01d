import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'

type SelectOption = { value: string; label: string; group?: string; disabled?: boolean }
export type SelectProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  /** A first, empty choice in words: 'Elija una sede'. */
  none?: string
  disabled?: boolean
}

/** The browser's own: a phone's wheel and a screen reader's list are better than any of ours. Beyond 30 options use ComboBox. */
export function Select({ value, onChange, options, none, disabled, ...field }: SelectProps) {
  const groups = [...new Set(options.map(({ group }) => group))]
  const choices = (group?: string) =>
    options.filter((o) => o.group === group).map((o) => <option key={o.value} value={o.value} disabled={o.disabled}>{o.label}</option>)
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="Select">
          <select {...wiring} className="Control" name={field.name} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
            {none !== undefined && <option value="">{none}</option>}
            {groups.map((group) => (group ? <optgroup key={group} label={group}>{choices(group)}</optgroup> : choices()))}
          </select>
          <Icon name="down" />
        </div>
      )}
    </Field>
  )
}
