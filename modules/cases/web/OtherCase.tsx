import type { CaseSheet } from '../contract-sheet.ts'
import { KindMark } from '#platform/web/design/KindMark.tsx'
import { Facts } from '#platform/web/design/Page.tsx'
import { useFormats } from '#platform/web/words.ts'
import { useCaseWords } from './use-case-words.ts'

/** A case in a few lines, to be held beside another. */
export function OtherCase({ heading, sheet }: { heading: string; sheet: CaseSheet }) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  return (
    <section className="OtherCase" aria-label={`${heading}: ${sheet.number}`}>
      <p className="soft small">{heading}</p>
      <h3>{sheet.number}</h3>
      <p><KindMark kind={sheet.kind} word={words.kinds[sheet.kind]} /></p>
      <Facts
        facts={[
          { name: t.customer, value: sheet.customer?.name ?? (sheet.reporter.name || t.anonymous) },
          { name: t.received, value: formats.instant(sheet.receivedAt) },
          ...(sheet.serial ? [{ name: t.serial, value: sheet.serial }] : []),
          ...(sheet.orderNumber ? [{ name: t.order, value: sheet.orderNumber }] : []),
        ]}
      />
      <p className="Case-said OtherCase-story" dir="auto">{sheet.description}</p>
    </section>
  )
}
