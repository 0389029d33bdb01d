import type { RefObject } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { emptyFields } from './draft-text.ts'
import { useCaseWords } from './use-case-words.ts'

/** Fields that the template could not fill: named, and a press away. */
export function MissingFields({ body, names, form }: { body: string; names: readonly string[]; form: RefObject<HTMLFormElement | null> }) {
  const { t } = useCaseWords()
  if (names.length === 0) return null
  const lead = () => {
    const [first] = emptyFields(body)
    const control = form.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(first ? 'textarea[name="body"]' : 'input[name="subject"]')
    control?.focus()
    if (first) control?.setSelectionRange(first.from, first.to)
  }
  return (
    <output className="Composer-missing">
      <StateMark shape="near" tone="near">{t.missing([...new Set(names)].map((name) => `{{${name}}}`).join(', '))}</StateMark>
      <Button small onPress={lead}>{t.chooseField}</Button>
    </output>
  )
}
