import { useReply } from '#platform/web/data.ts'
import { Button, LinkButton } from '#platform/web/design/Button.tsx'
import { Facts, Section } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import type { Formats } from '#platform/web/formats.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListImports, ReadImport, type CustomerImport } from '../contract-import.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

/** How far an import is, what it did or would do, and the rows it refused. */
export function ImportProgress({ importId, onRun, onMend }: { importId: string; onRun: (() => void) | null; /** Back to what each column is. */ onMend: (() => void) | null }) {
  const { imports: t } = useWords({ es, en })
  const formats = useFormats()
  const read = useReply(ReadImport, { params: { importId } }, { refetchInterval: 1000 })
  const one = read.data
  if (read.error && !one) return <ErrorState what={read.error.message} onRetry={read.refetch} />
  if (!one) return <Skeleton kind="text" />
  if (one.state === 'failed') return <ErrorState what={t.failed} meaning={one.problem ?? ''} />
  const figures = (['read', 'created', 'updated', 'unchanged', 'refused'] as const).map((name) => ({ name: t[name], value: formats.number(one[name]) }))
  return (
    <Section title={titleOf(one, t)} note={noteOf(one, onRun !== null, t)}
      action={one.state === 'done' && (one.refused > 0 || (one.dryRun && onMend)) && <>
        {one.state === 'done' && one.dryRun && onMend && <Button onPress={onMend}>{t.mend}</Button>}
        {one.state === 'done' && one.refused > 0 && <LinkButton href={`/api/v1/customer-imports/${one.id}/report`}>{t.report}</LinkButton>}
        {one.state === 'done' && one.dryRun && onRun && <Button weight="primary" onPress={onRun}>{t.run}</Button>}
      </>}>
      {one.state !== 'done' && <progress aria-label={titleOf(one, t)} {...(one.state === 'applying' && { value: one.applied, max: one.toApply || 1 })} />}
      <div aria-live="polite"><Facts facts={figures} /></div>
      {one.problems.length > 0 && (
        <div className="Import-problems">
          <Table label={t.refused} rows={one.problems} rowKey={({ row, column, code }) => `${row} ${column} ${code}`} rowName={({ row }) => t.rowNumber(formats.number(row))} columns={[
            { id: 'row', head: t.row, cell: ({ row }) => t.rowNumber(formats.number(row)), width: '96px' },
            { id: 'column', head: t.column, cell: ({ column }) => column, width: '20%', beside: true },
            { id: 'value', head: t.value, cell: ({ value }) => <span dir="auto">{value}</span>, width: '26%' },
            { id: 'problem', head: t.problem, cell: ({ message }) => message },
          ]} />
        </div>
      )}
    </Section>
  )
}

function titleOf({ state, dryRun }: CustomerImport, t: typeof es.imports): string {
  if (state !== 'done') return dryRun ? t.trying : t.running
  return dryRun ? t.tried : t.done
}

/** What to do next, where something is left to do. */
function noteOf({ state, dryRun, refused }: CustomerImport, inHand: boolean, t: typeof es.imports): string | undefined {
  if (state !== 'done') return undefined
  return [refused > 0 && t.reportHint, dryRun && !inHand && t.uploadToImport].filter(Boolean).join(' ') || undefined
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
        { id: 'outcome', head: t.outcome, cell: (one) => outcomeOf(one, t, formats), width: '40%' },
      ]} />
    </Section>
  )
}

/** 'Prueba: 12 nuevos, 3 rechazadas'. */
function outcomeOf({ state, dryRun, ...counts }: CustomerImport, t: typeof es.imports, formats: Formats): string {
  if (state === 'failed') return t.failed
  if (state !== 'done') return t.underWay
  const told = (['created', 'updated', 'unchanged', 'refused'] as const).filter((name) => counts[name] > 0).map((name) => formats.plural(counts[name], t.counts[name]))
  const figures = told.length > 0 ? formats.list(told) : t.nothing
  return dryRun ? t.trial(figures) : figures
}
