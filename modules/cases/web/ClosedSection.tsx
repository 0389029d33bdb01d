import { useReply } from '#platform/web/data.ts'
import { DateField } from '#platform/web/design/DateField.tsx'
import { Figure, Figures } from '#platform/web/design/Figure.tsx'
import { FormRow, Section } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { CountClosed } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { Group, useGroupsOf } from './BoardGroups.tsx'
import { rowsHref } from './rows-href.ts'

/** What was closed from one day to another, this month unless the address says otherwise: how many, of what, each opening its rows (F-28). */
export function ClosedSection({ branchId }: { branchId: string | undefined }) {
  const { closed: t } = useWords({ es: listsEs, en: listsEn })
  const formats = useFormats()
  const [search, change] = useSearch()
  const [closedFrom, closedTo] = [search['closedFrom'] || undefined, search['closedTo'] || undefined]
  const { data, error, refetch } = useReply(CountClosed, { query: { branchId, closedFrom, closedTo } }, { staleTime: 60_000 })
  const groupsOf = useGroupsOf()
  if (error) return <ErrorState what={t.failed} meaning={error.message} onRetry={refetch} />
  if (!data) return <Skeleton />
  const href = (filter: Record<string, string | undefined>) => rowsHref({ branchId, ...data.filter, ...filter })
  const groups = groupsOf({ ...data, byAge: [] })
  return (
    <Section title={t.title}>
      <div className="Board-closed">
        <FormRow>
          <DateField label={t.from} value={data.from} max={data.to} onChange={(day) => change({ closedFrom: day ?? undefined })} optional />
          <DateField label={t.to} value={data.to} min={data.from} max={formats.today()} onChange={(day) => change({ closedTo: day ?? undefined })} optional />
        </FormRow>
        <Figures><Figure label={t.total} value={data.total} href={href({})} /></Figures>
        {data.total > 0 && <div className="Board-groups">{groups.map(([label, lines]) => <Group key={label} label={label} lines={lines} soon={null} href={href} list="everything" />)}</div>}
      </div>
    </Section>
  )
}
