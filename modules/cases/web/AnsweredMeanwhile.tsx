import { Button } from '#platform/web/design/Button.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { en } from '../en-presence.ts'
import { es } from '../es-presence.ts'
import type { SentAnswer } from './use-answered-meanwhile.ts'

/** What somebody else has just answered, in their words, over one's own that has not left. */
export function AnsweredMeanwhile({ answers, onHeed }: { answers: readonly SentAnswer[]; onHeed: () => void }) {
  const t = useWords({ es, en })
  const formats = useFormats()
  if (answers.length === 0) return null
  return (
    <section className="Composer-lock" role="alert">
      {answers.map(({ id, writtenBy, writtenAt, body }) => (
        <div key={id}><p><strong>{t.meanwhile(writtenBy?.name ?? '', formats.ago(writtenAt))}</strong></p><p className="Case-said" dir="auto">{body}</p></div>
      ))}
      <p>{t.meanwhileHint}</p>
      <p className="Composer-lockActs"><Button onPress={onHeed}>{t.both}</Button></p>
    </section>
  )
}
