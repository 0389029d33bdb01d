import './Choice.css'
import { useId, useRef, type ReactNode } from 'react'
import { useAction } from '../keys.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Kbd } from './Kbd.tsx'

type ChoiceOption<Value extends string> = { value: Value; label: string; mark?: ReactNode; kbd?: string; disabled?: boolean }
export type ChoiceProps<Value extends string> = FieldProps & {
  value: Value | null
  onChange: (value: Value) => void
  options: readonly ChoiceOption<Value>[]
}

/** One of a few, all in sight: radio buttons drawn as segments. */
export function Choice<Value extends string>({ value, onChange, options, ...field }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <Field {...field} group>
      {() => (
        <div className="Choice" role="presentation">
          {options.map((option) => (
            <Segment key={option.value} option={option} group={field.name ?? id} label={field.label} checked={option.value === value} onPick={() => onChange(option.value)} />
          ))}
        </div>
      )}
    </Field>
  )
}

function Segment<Value extends string>({ option, group, label, checked, onPick }: {
  option: ChoiceOption<Value>
  group: string
  label: string
  checked: boolean
  onPick: () => void
}) {
  const radio = useRef<HTMLInputElement>(null)
  useAction({ verb: `${label}: ${option.label}`, key: option.kbd, run: pick }, option.kbd !== undefined)

  /** By its key: a focus in the group goes along, or the next Tab would only lead to what was chosen. */
  function pick() {
    onPick()
    if (radio.current?.closest('fieldset')?.contains(document.activeElement)) radio.current.focus()
  }

  return (
    <label className="Choice-segment">
      <input ref={radio} type="radio" className="unseen" name={group} value={option.value} checked={checked} disabled={option.disabled} onChange={onPick} />
      {option.mark}
      <span>{option.label}</span>
      {option.kbd && <Kbd keys={option.kbd} />}
    </label>
  )
}
