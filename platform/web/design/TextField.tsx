import { useId, type HTMLInputTypeAttribute, type Ref } from 'react'
import { Field, type FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'>
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  placeholder?: string
  autoComplete?: string
  autoFocus?: boolean
  disabled?: boolean
  maxLength?: number
  onBlur?: () => void
  inputRef?: Ref<HTMLInputElement>
  /** Offered while one types, and any other text is as good. */
  suggestions?: readonly string[]
}

export function TextField({ value, onChange, type = 'text', autoComplete = 'off', inputRef, inputMode, placeholder, autoFocus, disabled, maxLength, onBlur, suggestions = [], ...field }: TextFieldProps) {
  const listId = useId()
  return (
    <Field {...field}>
      {(wiring) => (
        <>
          <input {...wiring} {...{ type, inputMode, placeholder, disabled, maxLength, autoComplete, onBlur }} ref={inputRef} className="Control" dir="auto"
            list={suggestions.length > 0 ? listId : undefined} name={field.name} value={value} onChange={(event) => onChange(event.target.value)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a screen made of one form begins in its first field
            autoFocus={autoFocus} />
          {suggestions.length > 0 && <datalist id={listId}>{suggestions.map((one) => <option key={one} value={one} />)}</datalist>}
        </>
      )}
    </Field>
  )
}
