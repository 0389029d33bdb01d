import type { ReplyOf } from '#kernel/endpoint.ts'
import { usePages } from '#platform/web/data.ts'
import { Page } from '#platform/web/design/Page.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListMentions } from '../contract-lists.ts'
import { en } from '../en-presence.ts'
import { es } from '../es-presence.ts'

type Mention = ReplyOf<typeof ListMentions>['items'][number]

/** The notes that name the reader, the newest first; each opens its case. */
export function MentionsScreen() {
  const t = useWords({ es, en })
  const formats = useFormats()
  const go = useGo()
  const pages = usePages(ListMentions, { limit: 50 })
  const hrefOf = ({ number }: Mention) => `/cases/${number}`
  const columns: Column<Mention>[] = [
    { id: 'number', head: t.mentions.number, cell: ({ number }) => number, width: '172px' },
    { id: 'body', head: t.mentions.note, cell: ({ body }) => <span dir="auto">{body.slice(0, 200)}</span> },
    { id: 'by', head: t.mentions.by, cell: ({ by }) => <span dir="auto">{by}</span>, hideBelow: 'narrow', width: '180px' },
    { id: 'at', head: t.mentions.at, kind: 'date', cell: ({ at }) => formats.ago(at), hideBelow: 'medium', width: '150px' },
  ]
  return (
    <Page title={t.mentions.title} flush>
      {pages.error && <ErrorState what={pages.error.message || t.mentions.failed} onRetry={pages.again} />}
      {!pages.rows && !pages.error && <Skeleton />}
      {pages.rows && (
        <Table label={t.mentions.title} rows={pages.rows} onEnd={pages.more} columns={columns} rowKey={({ id }) => id} rowName={({ number, by }) => `${number} ${by}`} rowHref={hrefOf} onOpen={(row) => go(hrefOf(row))} keys
          empty={<EmptyState title={t.mentions.empty}>{t.mentions.emptyText}</EmptyState>} />
      )}
    </Page>
  )
}
