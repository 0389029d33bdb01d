import './Door.css'
import { useEffect, type FormEvent, type ReactNode } from 'react'
import { allChosen } from '#platform/web/design/ComboBox.tsx'
import { FormErrors, type FormError } from '#platform/web/design/FormErrors.tsx'

/** The page before one is in: one column, one thing to do. */
export function Door({ title, note, wide, children, foot }: { title: string; note?: ReactNode; wide?: boolean; children: ReactNode; foot?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Acuse`
  }, [title])
  return (
    <main className="Door">
      <div className="Door-sheet" data-wide={wide || undefined}>
        <p className="Door-mark">Acuse</p>
        <h1>{title}</h1>
        {note && <p className="soft">{note}</p>}
        {children}
        {foot && <div className="Door-foot">{foot}</div>}
      </div>
    </main>
  )
}

export function DoorForm({ errors, onSubmit, children }: { errors: readonly FormError[]; onSubmit: () => void; children: ReactNode }) {
  return (
    <form className="Door-form" noValidate onSubmit={submitting(onSubmit)}>
      <FormErrors errors={errors} />
      {children}
    </form>
  )
}

/** Sends a form where nothing is left typed and not chosen. */
export const submitting = (send: () => void) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault()
  if (allChosen(event.currentTarget)) send()
}
