import './OutboxScreen.css'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useMay } from '#modules/people/web/use-me.ts'
import { usePages, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { StateMark, type StateShape, type StateTone } from '#platform/web/design/StateMark.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListMails, MailState, RetryMail } from '../contract.ts'
import { en } from '../en-outbox.ts'
import { es } from '../es-outbox.ts'

const MARKS: Record<MailState, [StateShape, StateTone]> = { waiting: ['hollow', 'plain'], sending: ['half', 'plain'], sent: ['done', 'soft'], failed: ['broken', 'broken'], cancelled: ['cancelled', 'soft'] }

type Mail = ReplyOf<typeof ListMails>['items'][number]

/** What leaves by mail: what waits, what failed and why, and a way to try again. */
export function OutboxScreen() {
  const t = useWords({ es, en })
  const formats = useFormats()
  const [search, change] = useSearch()
  const state = oneOf(MailState.options, search['state'])
  const pages = usePages(ListMails, { ...(state && { state }), limit: 50 })
  const maySettings = useMay('settings.read')
  const retry = useVerb(RetryMail, { rereads: [ListMails] })
  const tells = ({ state: is, lastError }: Mail) => is === 'failed' || (is !== 'sent' && lastError !== null)
  const options = [{ value: '', label: t.all }, ...MailState.options.map((value) => ({ value, label: t.states[value] }))]
  return (
    <Page title={t.title} flush eyebrow={maySettings && <Link href="/settings">{t.settings}</Link>}
      facts={<>
        <Select label={t.columns.state} labelUnseen value={state ?? ''} onChange={(value) => change({ state: value || undefined })} options={options} />
        {pages.first?.held && <span>{t.held[pages.first.held]}</span>}
      </>}>
      {pages.error && <ErrorState what={pages.error.message || t.away} onRetry={pages.again} />}
      {!pages.rows && !pages.error && <Skeleton />}
      {pages.rows && (
        <Table
          label={t.title} rows={pages.rows} onEnd={pages.more} rowKey={({ id }) => id} rowName={({ recipient, title }) => `${recipient} ${title}`}
          empty={<EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>}
          columns={[
            { id: 'created', head: t.columns.created, kind: 'date', cell: ({ createdAt }) => formats.instant(createdAt), width: '124px' },
            { id: 'purpose', head: t.columns.purpose, cell: ({ purpose, title }) => t.purposes[purpose] ?? title, width: '16%' },
            { id: 'to', head: t.columns.to, cell: ({ recipient, recipientName }) => (recipientName ? `${recipientName}, ${recipient}` : recipient) },
            { id: 'number', head: t.columns.number, cell: ({ caseNumber }) => caseNumber && <Link href={`/cases/${caseNumber}`}>{caseNumber}</Link>, width: '172px' },
            { id: 'state', head: t.columns.state, width: '112px', cell: ({ state: is }) => <StateMark shape={MARKS[is][0]} tone={MARKS[is][1]}>{t.states[is]}</StateMark> },
            // Only where something is told: otherwise the addresses have its room.
            ...(pages.rows.some(tells) ? [{
              id: 'why', head: t.columns.why, width: '27%', cell: (mail: Mail) => tells(mail) && (
                <div className="Outbox-why">
                  {mail.state === 'failed' && <Button small onPress={() => retry.mutateAsync({ params: { mailId: mail.id } })}>{t.retry}<span className="unseen"> {mail.recipient}</span></Button>}
                  <span className="soft" title={mail.lastError ?? undefined}>{[mail.attempts > 0 && t.attempts(mail.attempts), mail.lastError].filter(Boolean).join(': ')}</span>
                </div>
              ),
            }] : []),
          ]}
        />
      )}
    </Page>
  )
}
