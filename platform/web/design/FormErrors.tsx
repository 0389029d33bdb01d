import './FormErrors.css'
import { useEffect, useRef, type MouseEvent } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Icon } from './Icon.tsx'

/** `field` is the control's `name`; null for what no single field can mend. */
export type FormError = { field: string | null; message: string }

/** What stands in the way, above the form; each line leads to its field. Takes the focus when it appears. */
export function FormErrors({ errors, title }: { errors: readonly FormError[]; title?: string }) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const box = useRef<HTMLDivElement>(null)
  const seen = errors.map(({ field, message }) => `${field}:${message}`).join('\n')
  useEffect(() => {
    if (seen) box.current?.focus()
  }, [seen])
  if (errors.length === 0) return null

  function lead(event: MouseEvent, field: string) {
    event.preventDefault()
    const form = box.current?.closest('form') ?? document
    const control = form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"], [data-field="${CSS.escape(field)}"] :is(input, button)`)
    control?.focus()
    control?.scrollIntoView({ block: 'center' })
  }

  return (
    <div className="FormErrors" ref={box} tabIndex={-1} role="alert">
      <p className="FormErrors-title">
        <Icon name="warning" />
        <span>{title ?? formats.plural(errors.length, words.errorsTitle)}. <span className="FormErrors-kept">{words.errorsKept}</span></span>
      </p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            {field ? <a href={`#${field}`} onClick={(event) => lead(event, field)}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  )
}
