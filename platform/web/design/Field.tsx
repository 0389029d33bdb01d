import './Field.css'
import { createContext, use, useId, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Icon } from './Icon.tsx'

export type FieldProps = {
  label: string
  /** Its key in the body of the request: errors of the reply find it by this. */
  name?: string
  hint?: ReactNode
  error?: string | null
  /** Marked as such in words, unless the form marks what it requires; everything else is required. */
  optional?: boolean
  /** The label is read, not drawn (a search box with its glass). */
  labelUnseen?: boolean
}

/** What a control must carry to belong to its label, hint and error. */
export type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true }


const Marks = createContext<'optional' | 'required'>('optional')

/** A form where nearly all may be left out: the few required fields are marked, instead of all the others. */
export const MarkRequired = ({ children }: { children: ReactNode }) => <Marks value="required">{children}</Marks>

export function Field({ label, hint, error, optional, labelUnseen, name, group, children }: FieldProps & {
  /** Several controls under one legend. */
  group?: boolean
  children: (wiring: Wiring) => ReactNode
}) {
  const words = useWords({ es, en })
  const marked = use(Marks) === 'optional' ? optional && words.optional : !optional && !group && words.required
  const id = useId()
  const hintId = `${id}h`
  const errorId = `${id}e`
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined
  const Outer = group ? 'fieldset' : 'div'
  const Label = group ? 'legend' : 'label'
  return (
    <Outer className="Field" data-error={error ? true : undefined} data-field={name} aria-describedby={group ? describedBy : undefined}>
      <Label className={labelUnseen ? 'unseen' : 'Field-label'} {...(group ? {} : { htmlFor: id })}>
        {label}
        {marked && <span className="Field-optional"> {marked}</span>}
      </Label>
      {children({ id, 'aria-describedby': group ? undefined : describedBy, 'aria-invalid': error ? true : undefined, 'aria-required': optional || group ? undefined : true })}
      {error && <p className="Field-error" id={errorId}><Icon name="warning" size={14} /><span>{error}</span></p>}
      {hint && <p className="Field-hint" id={hintId}>{hint}</p>}
    </Outer>
  )
}
