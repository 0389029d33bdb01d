import { useLayoutEffect, useRef } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Field, type FieldProps } from './Field.tsx'

export type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Counted in the open; nothing typed is ever cut. */
  limit?: number
  rows?: number
  autoFocus?: boolean
}

/** Grows with its text, by the browser where it can (`field-sizing`), by us where not. */
export function TextArea({ value, onChange, placeholder, limit, rows = 4, autoFocus, ...field }: TextAreaProps) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- its height follows its text
  }, [value])
  return (
    <Field {...field}>
      {(wiring) => (
        <>
          <textarea {...wiring} ref={area} className="Control" dir="auto" name={field.name} rows={rows} placeholder={placeholder}
            value={value} onChange={(event) => onChange(event.target.value)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a screen made of one form begins in its first field
            autoFocus={autoFocus} />
          {limit !== undefined && value.length > limit * 0.8 && (
            <p className="Field-count" data-over={value.length > limit || undefined}>
              {words.characters(formats.number(value.length), formats.number(limit))}
            </p>
          )}
        </>
      )}
    </Field>
  )
}
