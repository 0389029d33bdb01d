import './FormErrors.css'
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Icon } from './Icon.tsx'

/** `field` is the control's `name`; null for what no single field can mend. */
export type FormError = { field: string | null; message: string }

/** What stands in the way, above the form; each line names its field and leads to it. Takes the focus when it appears. */
export function FormErrors({ errors, title }: { errors: readonly FormError[]; title?: string }) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const box = useRef<HTMLDivElement>(null)
  const seen = errors.map(({ field, message }) => `${field}:${message}`).join('\n')
  const [labels, setLabels] = useState<Record<string, string>>({})
  const [order, setOrder] = useState<readonly string[]>([])
  // Read from the form once it stands: a label is written in one place only, above its control.
  useLayoutEffect(() => {
    const form = formOf(box.current)
    const fields = seen.split('\n').map((line) => line.slice(0, line.indexOf(':')))
    setLabels(Object.fromEntries(fields.map((field) => [field, labelOf(form, field)])))
    setOrder([...form.querySelectorAll<HTMLElement>('[data-field]')].map(({ dataset }) => dataset['field'] ?? ''))
  }, [seen])
  useEffect(() => {
    if (seen) box.current?.focus()
  }, [seen])
  if (errors.length === 0) return null
  // What no field can mend is nothing to correct.
  const mendable = errors.some(({ field }) => field !== null)
  // From the top of the form down, in whatever order they were found.
  const place = ({ field }: FormError) => (field !== null && order.includes(field) ? order.indexOf(field) : order.length)
  const placed = [...errors].sort((a, b) => place(a) - place(b))
  const [first, ...rest] = mendable ? [undefined, ...placed] : placed

  function lead(event: MouseEvent, field: string) {
    event.preventDefault()
    const control = formOf(box.current).querySelector<HTMLElement>(`[name="${CSS.escape(field)}"], [data-field="${CSS.escape(field)}"] :is(input, button)`)
    control?.focus()
    control?.scrollIntoView({ block: 'center' })
  }

  return (
    <div className="FormErrors" ref={box} tabIndex={-1} role="alert">
      <p className="FormErrors-title">
        <Icon name="warning" />
        {first ? <span>{first.message || words.away.once}</span> : <span>{title ?? formats.plural(errors.length, words.errorsTitle)}. <span className="FormErrors-kept">{words.errorsKept}</span></span>}
      </p>
      {rest.length > 0 && (
        <ul>
          {rest.map((error) => error && (
            <li key={`${error.field}${error.message}`}>
              {error.field ? <a href={`#${error.field}`} onClick={(event) => lead(event, error.field!)}>{named(labels[error.field], error.message)}</a> : error.message || words.away.once}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const formOf = (box: HTMLElement | null): ParentNode => box?.closest('form') ?? document

/** As it is written above the control: the label's own words, without its mark; empty where the form shows no such field. */
function labelOf(form: ParentNode, field: string): string {
  const place = form.querySelector(`[data-field="${CSS.escape(field)}"]`)
  return place?.querySelector('.Field-label, .unseen')?.firstChild?.textContent?.trim() ?? ''
}

/** 'Nombre: falta este dato.' What begins in capitals (NIT) stays as it is. */
function named(label: string | undefined, message: string): string {
  if (!label) return message
  return `${label}: ${/^\p{Lu}\p{Ll}/u.test(message) ? message[0]!.toLowerCase() + message.slice(1) : message}`
}
