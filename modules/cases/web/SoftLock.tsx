import { useEffect, useRef } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { en } from '../en-presence.ts'
import { es } from '../es-presence.ts'
import type { Present } from './use-presence.ts'

/** Others are writing: said before one types over them, and taken by one key. */
export function SoftLock({ writing, onTake, onLeave }: { writing: readonly Present[]; onTake: () => void; onLeave: () => void }) {
  const t = useWords({ es, en })
  const formats = useFormats()
  const box = useRef<HTMLDivElement>(null)
  // Enter takes it: the focus stands where the field was or would have been, and is taken from nowhere else.
  useEffect(() => void (document.activeElement === document.body && box.current?.querySelector('button')?.focus()), [])
  const names = formats.list(writing.map(({ name }) => name))
  return (
    <div className="Composer-lock" role="alert" ref={box}>
      <p><strong>{writing.length === 1 ? t.lock(names) : t.lockMany(names)}</strong> {t.lockHint}</p>
      <p className="Composer-lockActs">
        <Button onPress={onTake}>{t.take}</Button>
        <Button weight="quiet" onPress={onLeave}>{t.leave}</Button>
      </p>
    </div>
  )
}
