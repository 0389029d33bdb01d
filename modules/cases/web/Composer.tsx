import './Composer.css'
import type { CaseSheet } from '../contract-sheet.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AskAreaForm } from './AskAreaForm.tsx'
import type { ComposerName } from './case-acts.ts'
import type { Written } from './draft-text.ts'
import { NoteForm } from './NoteForm.tsx'
import { SoftLock } from './SoftLock.tsx'
import { useCaseWords } from './use-case-words.ts'
import { useSoftLock } from './use-presence.ts'

export type FormProps = {
  sheet: CaseSheet
  /** Whose draft it is. */
  me: string
  onClose: () => void
  /** Taken back: it is written again from there. */
  onReopen: (start: Written) => void
  start?: Written
}

/** What is being written, under the story. Esc keeps it and closes. */
export function Composer({ name, ...form }: FormProps & { name: ComposerName }) {
  const { t } = useCaseWords()
  const title = { answer: t.reply, note: t.note, 'area-request': t.askArea }[name]
  const Form = { answer: AnswerForm, note: NoteForm, 'area-request': AskAreaForm }[name]
  const { locked, writing, take, typing } = useSoftLock(name === 'answer')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves what one is in
    <section className="Composer" aria-label={title} onInput={typing} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.preventDefault(); form.onClose() } }}>
      <h2 className="Composer-title">{title}</h2>
      {locked ? <SoftLock writing={writing} onTake={take} onLeave={form.onClose} /> : <Form {...form} />}
    </section>
  )
}
