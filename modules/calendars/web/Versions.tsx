import { Section } from '#platform/web/design/Page.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

/** What was written when, by whom and why: none of it is ever edited. */
export function Versions({ versions }: { versions: readonly { version: number; reason: string; by: string; at: string }[] }) {
  const { calendars } = useWords({ es, en })
  const formats = useFormats()
  return (
    <Section title={calendars.versions}>
      <ul className="Lines">
        {versions.map(({ version, reason, by, at }) => (
          <li key={version}>
            <div>
              <strong>{calendars.versionOf(version)}</strong> <span className="soft small">{formats.instant(at)} · {by || calendars.system}</span>
              <br /><span dir="auto">{reason}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
