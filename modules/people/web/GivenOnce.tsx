import { Button } from '#platform/web/design/Button.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useSettingsWords } from './use-settings-words.ts'

/** A secret text, shown this once: it is kept nowhere. */
export function GivenOnce({ title, note, text, done, onDone }: { title: string; note: string; text: string; done: string; onDone: () => void }) {
  const { tokens } = useSettingsWords()
  const copy = () => navigator.clipboard.writeText(text).then(() => showToast({ text: tokens.copied }))
  return (
    <div className="Staff-form">
      <h3>{title}</h3>
      <p>{note}</p>
      <output className="Staff-token">{text}</output>
      <div className="Staff-verbs">
        <Button weight="primary" onPress={copy}>{tokens.copy}</Button>
        <Button onPress={onDone}>{done}</Button>
      </div>
    </div>
  )
}
