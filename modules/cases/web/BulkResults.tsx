import { Table } from '#platform/web/design/Table.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { Severity } from '../contract.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { BulkVerb } from './bulk-act.ts'
import type { BulkResult } from './bulk-pieces.ts'
import { useCaseWords } from './use-case-words.ts'

/** The reasons for which it cannot be, each with how many; then a row each. What was refused comes first, for it is what is left to do. */
export function BulkResults({ results, verb }: { results: readonly BulkResult[]; verb: BulkVerb }) {
  const { list: t } = useWords({ es, en })
  const { bulk: b } = useWords({ es: listsEs, en: listsEn })
  const { words } = useCaseWords()
  const formats = useFormats()
  const said = { would: t.bulkWould, done: t.bulkDone, refused: t.bulkRefused }
  const whyNot = (code: string) => (words.refusals as Record<string, string>)[code] ?? b.whyNot[code] ?? b.whyNotElse
  const severity = (part: string) => oneOf(Severity.options, part)
  const value = (part: string) => (verb === 'snooze' && part !== '—' ? formats.instant(part) : part.split(', ').map((one) => (severity(one) ? words.severities[severity(one)!] : one)).join(', '))
  const refusedFirst = results.toSorted((a, other) => Number(other.outcome === 'refused') - Number(a.outcome === 'refused'))
  const reasons = Object.entries(Object.groupBy(results.filter(({ why }) => why !== null), ({ why }) => whyNot(why!)))
  return (
    <>
      {reasons.length > 0 && <ul>{reasons.map(([reason, rows]) => <li key={reason}>{reason} {b.inCases(formats.number(rows!.length))}</li>)}</ul>}
      <Table
        label={t.bulkPreview} rows={refusedFirst} rowKey={({ number }) => number} rowName={({ number }) => number} rowTone={({ outcome }) => (outcome === 'refused' ? 'near' : undefined)}
        columns={[
          { id: 'number', head: t.columns.number, cell: ({ number }) => number, width: '172px' },
          { id: 'outcome', head: t.columns.status, cell: ({ outcome }) => said[outcome], width: '120px' },
          { id: 'change', head: b.change, cell: ({ change, why }) => (why ? whyNot(why) : change.replace(/^— → /, '').split(' → ').map(value).join(' → ')) },
        ]}
      />
    </>
  )
}
