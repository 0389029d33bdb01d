import { Icon } from '#platform/web/design/Icon.tsx'
import { useFormats } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { useCaseWords } from './use-case-words.ts'

/** What was attached; each opens in a tab of its own, and pictures are seen here. */
export function CaseFiles({ sheet }: { sheet: CaseSheet }) {
  const { t } = useCaseWords()
  const formats = useFormats()
  if (sheet.files.length === 0) return null
  return (
    <section className="CaseAside-part" aria-label={t.files}>
      <h3>{t.files}</h3>
      <ul className="CaseFiles">
        {sheet.files.map(({ id, name, size, mediaType, visibility }) => (
          <li key={id}>
            {/^image\/(png|jpeg|webp|gif|avif)$/.test(mediaType) ? <img src={`/api/v1/files/${id}`} alt="" loading="lazy" /> : <Icon name="request" size={20} />}
            <span>
              <a href={`/api/v1/files/${id}`} target="_blank" rel="noreferrer" dir="auto">{name}</a>
              <span className="soft small">{formats.bytes(size)}, {visibility === 'customer' ? t.customerFile : t.internalFile}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
