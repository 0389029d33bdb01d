import { useFormats, useWords } from '#platform/web/words.ts'
import { en } from '../en-lists.ts'
import { es } from '../es-lists.ts'
import type { Going } from './use-bulk.ts'

/** How far it is, in words; with a bar where one knows of how many. */
export function BulkProgress({ going: { what, n, of } }: { going: Going }) {
  const { bulk: b } = useWords({ es, en })
  const formats = useFormats()
  const words = of === null ? b.going[what].so(formats.number(n)) : b.going[what].of(formats.number(n), formats.number(of))
  return (
    <div className="Bulk-progress">
      <output>{words}</output>
      <progress aria-label={words} {...(of !== null && { max: of, value: n })} />
    </div>
  )
}
