import { Button } from '#platform/web/design/Button.tsx'
import { joinedTexts } from './draft-text.ts'
import type { KeptDraft } from './use-kept-draft.ts'
import { useCaseWords } from './use-case-words.ts'

/** The same draft changed in two windows: both beside each other, and a choice that loses neither. */
export function DraftClash({ draft }: { draft: KeptDraft }) {
  const { t } = useCaseWords()
  const { value, clash, choose } = draft
  if (!clash) return null
  const w = t.clash
  const one = (name: string, body: string) => <div><h4>{name}</h4><p className="Case-said Case-clashText" dir="auto">{body}</p></div>
  return (
    <section className="Case-clash" role="alert" aria-label={w.title}>
      <p><strong>{w.title}.</strong> {w.explain}</p>
      <div className="Case-clashBoth">{one(w.here, value.body)}{one(w.there, clash.body)}</div>
      <p className="Case-inPlaceActs">
        <Button small onPress={() => choose(value, clash.version)}>{w.useHere}</Button>
        <Button small onPress={() => choose(clash, clash.version)}>{w.useThere}</Button>
        <Button small onPress={() => choose({ body: joinedTexts(value.body, clash.body), fields: { ...clash.fields, ...value.fields } }, clash.version)}>{w.both}</Button>
      </p>
    </section>
  )
}
