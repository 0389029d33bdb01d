import { Facts, type Fact } from '#platform/web/design/Page.tsx'
import { useFormats } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { useCaseWords } from './use-case-words.ts'
import { useNames } from './use-names.ts'

/** What was written of the case, always in the same order; what nobody said is left out. */
export function CaseFacts({ sheet }: { sheet: CaseSheet }) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const { areas } = useNames()
  const said = (name: string, value: string): Fact[] => (value ? [{ name, value }] : [])
  return (
    <section className="CaseAside-part" aria-label={t.facts}>
      <h3>{t.facts}</h3>
      <Facts
        facts={[
          { name: t.owner, value: sheet.owner?.name ?? t.nobody },
          { name: t.area, value: (sheet.area && (areas.get(sheet.area.id) ?? sheet.area.code)) ?? t.none },
          { name: t.cause, value: sheet.cause?.name ?? t.unclassified },
          { name: t.severity, value: words.severities[sheet.severity] },
          ...said(t.product, sheet.product), ...said(t.serial, sheet.serial), ...said(t.order, sheet.orderNumber), ...said(t.place, sheet.place),
          ...(sheet.incidentOn ? [{ name: t.incident, value: formats.day(sheet.incidentOn) }] : []),
          ...said(t.wished, sheet.wishedOutcome),
          { name: t.received, value: `${formats.instant(sheet.receivedAt)}, ${words.channels[sheet.channel].toLowerCase()}` },
          ...said(t.group, sheet.group?.name ?? ''),
          ...said(t.procedure, sheet.procedureUndefined ? t.notDefined : ''),
        ]}
      />
    </section>
  )
}
