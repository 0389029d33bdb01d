import './Checkbox.css'
import { useId, type ReactNode } from 'react'

export type CheckboxProps = {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  name?: string
  hint?: ReactNode
  disabled?: boolean
  /** Some of the rows, not all. */
  mixed?: boolean
}

export function Checkbox({ label, checked, onChange, name, hint, disabled, mixed = false }: CheckboxProps) {
  const hintId = useId()
  return (
    <div className="Checkbox">
      <label>
        <input type="checkbox" className="Check" name={name} checked={checked} disabled={disabled} aria-describedby={hint ? hintId : undefined}
          ref={(box) => { if (box) box.indeterminate = mixed }} onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
      {hint && <p className="Field-hint" id={hintId}>{hint}</p>}
    </div>
  )
}
