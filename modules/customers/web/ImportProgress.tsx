import { useReply } from '#platform/web/data.ts'
import { Button, LinkButton } from '#platform/web/design/Button.tsx'
import { Facts, Section } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListImports, ReadImport, type CustomerImport } from '../contract-import.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

/** How far an import is, what it did or would do, and the rows it refused. */
export function ImportProgress({ importId, onRun }: { importId: string; onRun: (() => void) | null }) {
  const { imports: t } = useWords({ es, en })
  const formats = useFormats()
  const read = useReply(ReadImport, { params: { importId } }, { refetchInterval: 1000 })
  const one = read.data
  if (read.error && !one) return <ErrorState what={read.error.message} onRetry={read.refetch} />
  if (!one) return <Skeleton kind="text" />
  if (one.state === 'failed') return <ErrorState what={t.failed} meaning={one.problem ?? ''} />
  const figures = (['read', 'created', 'updated', 'unchanged', 'refused'] as const).map((name) => ({ name: t[name], value: formats.number(one[name]) }))
  return (
    <Section title={titleOf(one, t)} note={one.refused > 0 && one.state === 'done' ? t.reportHint : undefined}
      action={<>
        {one.state === 'done' && one.refused > 0 && <LinkButton href={`/api/v1/customer-imports/${one.id}/report`}>{t.report}</LinkButton>}
        {one.state === 'done' && one.dryRun && onRun && <Button weight="primary" onPress={onRun}>{t.run}</Button>}
      </>}>
      {one.state !== 'done' && <progress aria-label={t.running} {...(one.state === 'applying' && { value: one.applied, max: one.toApply || 1 })} />}
      <div aria-live="polite"><Facts facts={figures} /></div>
      {one.problems.length > 0 && (
        <Table label={t.refused} rows={one.problems} rowKey={({ row, column, code }) => `${row} ${column} ${code}`} rowName={({ row }) => `${t.row} ${row}`} columns={[
          { id: 'row', head: t.row, cell: ({ row }) => formats.number(row), kind: 'number', width: '72px' },
          { id: 'column', head: t.column, cell: ({ column }) => column, width: '20%' },
          { id: 'value', head: t.value, cell: ({ value }) => <span dir="auto">{value}</span>, width: '26%', hideBelow: 'narrow' },
          { id: 'problem', head: t.problem, cell: ({ message }) => message },
        ]} />
      )}
    </Section>
  )
}

function titleOf({ state, dryRun }: CustomerImport, t: typeof es.imports): string {
  if (state !== 'done') return t.running
  return dryRun ? t.tried : t.done
}

export function EarlierImports({ onOpen }: { onOpen: (importId: string) => void }) {
  const { imports: t } = useWords({ es, en })
  const formats = useFormats()
  const items = useReply(ListImports).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title={t.earlier}>
      <Table label={t.earlier} rows={items} rowKey={({ id }) => id} rowName={({ fileName }) => fileName} onOpen={({ id }) => onOpen(id)} columns={[
        { id: 'file', head: t.file, cell: ({ fileName }) => fileName },
        { id: 'at', head: t.begun, cell: ({ startedAt, startedBy }) => <span className="soft">{formats.instant(startedAt)} · {startedBy}</span>, hideBelow: 'narrow' },
        { id: 'created', head: t.created, cell: ({ created }) => formats.number(created), kind: 'number' },
        { id: 'refused', head: t.refused, cell: ({ refused }) => formats.number(refused), kind: 'number' },
      ]} />
    </Section>
  )
}
