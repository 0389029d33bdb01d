import { useReply } from '#platform/web/data.ts'
import { Link } from '#platform/web/design/Link.tsx'
import { Section } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListCustomerReadings } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

const MOST = 50

/** Who looked at the data of a customer, for whoever answers for it: the newest, the whole of it in the export of the history. */
export function Readings({ customerId }: { customerId: string }) {
  const { readings: t } = useWords({ es, en })
  const formats = useFormats()
  const read = useReply(ListCustomerReadings, { params: { customerId }, query: { limit: MOST } })
  if (read.error && !read.data) return <Section title={t.title}><ErrorState what={read.error.message} onRetry={read.refetch} /></Section>
  if (!read.data) return <Section title={t.title}><Skeleton kind="text" /></Section>
  return (
    <Section title={t.title}>
      <p className="soft">{t.hint}</p>
      <Table label={t.title} rows={read.data.items} rowKey={({ id }) => id} rowName={({ actor }) => actor.name}
        empty={<p className="soft">{t.none}</p>}
        columns={[
          { id: 'who', head: t.who, width: '2fr', cell: ({ actor }) => actor.kind === 'token' ? `${actor.name} · ${t.program}` : actor.name },
          { id: 'where', head: t.where, width: '2fr', cell: ({ caseNumber }) => caseNumber ? <Link href={`/cases/${caseNumber}`}>{caseNumber}</Link> : t.sheet },
          { id: 'at', head: t.at, kind: 'date', width: '180px', cell: ({ at }) => formats.instant(at) },
        ]} />
    </Section>
  )
}
