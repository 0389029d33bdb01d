import './StaffScreen.css'
import { useState } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page, Parts, Section } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { AddBranch, EditBranch, ListBranches, ReadCoverage, type Branch, type Coverage } from '../contract-places.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'
import { useMay } from './use-me.ts'
import { useSettingsWords } from './use-settings-words.ts'

type Covered = Coverage['branches'][number]
type Row = Branch & { coverage: Covered | undefined }

/** The branches, who answers for each today, and the days on which nobody will. */
export function BranchesScreen() {
  const { branches } = useWords({ es, en })
  const settings = useSettingsWords()
  const [{ branch: current, uncovered, branchId }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const mayManage = useMay('settings.manage')
  const list = useReply(ListBranches)
  const maySettings = useMay('settings.read')
  const coverage = useReply(ReadCoverage, {}, { enabled: maySettings }).data
  const rows = list.data?.items.map((branch): Row => ({ ...branch, coverage: coverage?.branches.find(({ branchId }) => branchId === branch.id) }))
  // As the board counts them: those that nobody answers for today.
  const shown = uncovered === 'today' ? rows?.filter(({ id, coverage: covered }) => covered?.todayId === null && (!branchId || id === branchId)) : rows
  const open = rows?.find(({ id }) => id === current)
  const close = () => {
    setAdding(false)
    change({ branch: undefined })
  }
  return (
    <Page title={branches.title} flush eyebrow={maySettings && <Link href="/settings">{settings.back}</Link>} facts={coverage && <CoverageToday coverage={coverage} />}
      primary={<Button weight="primary" kbd="n" disabledReason={mayManage ? null : branches.mayNot} onPress={() => { change({ branch: undefined }); setAdding(true) }}>{branches.add}</Button>}>
      {list.error && <ErrorState what={list.error.message} onRetry={list.refetch} />}
      {uncovered === 'today' && <div className="Staff-filters"><Button small onPress={() => change({ uncovered: undefined })}>{branches.showAll}</Button></div>}
      {shown ? <BranchTable rows={shown} current={current ?? null} onOpen={(id) => { setAdding(false); change({ branch: id }) }} /> : !list.error && <Skeleton />}
      <SidePeek open={adding || open !== undefined} title={open ? branches.editTitle(open.name) : branches.addTitle} onClose={close}>
        {open ? <BranchEditor key={open.id} branch={open} mayManage={mayManage} /> : <NewBranch onDone={(id) => { setAdding(false); change({ branch: id }) }} />}
      </SidePeek>
    </Page>
  )
}

function CoverageToday({ coverage }: { coverage: Coverage }) {
  const { branches } = useWords({ es, en })
  const formats = useFormats()
  const without = coverage.branches.filter(({ todayId }) => todayId === null).length
  return without > 0
    ? <StateMark shape="broken" tone="broken">{formats.plural(without, branches.uncoveredToday)}</StateMark>
    : <StateMark shape="verified" tone="verified">{branches.allCovered}</StateMark>
}

function BranchTable({ rows, current, onOpen }: { rows: readonly Row[]; current: string | null; onOpen: (id: string) => void }) {
  const { branches } = useWords({ es, en })
  const columns: Column<Row>[] = [
    { id: 'name', head: branches.branch, cell: ({ name, active }) => <>{name}{!active && <span className="soft"> · {branches.closed}</span>}</> },
    { id: 'code', head: branches.code, cell: ({ code }) => code, width: '88px' },
    { id: 'city', head: branches.city, cell: ({ city }) => city, hideBelow: 'medium' },
    { id: 'today', head: branches.today, cell: ({ active, coverage }) => active && coverage && <Today branch={coverage} /> },
    { id: 'coverage', head: branches.coverage, cell: ({ active, coverage }) => active && coverage && <Gaps branch={coverage} />, hideBelow: 'narrow', width: '34%' },
  ]
  return (
    <Table label={branches.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} currentKey={current} keys
      onOpen={({ id }) => onOpen(id)} onPeek={({ id }) => onOpen(id)} rowTone={({ active, coverage }) => (active && coverage?.todayId === null ? 'broken' : undefined)} />
  )
}

function Today({ branch: { todayId, responsibles } }: { branch: Covered }) {
  const { branches } = useWords({ es, en })
  const today = responsibles.find(({ personId }) => personId === todayId)
  if (todayId === null) return <StateMark shape="broken" tone="broken">{branches.nobody}</StateMark>
  return <>{today ? `${today.name}${today.substitute ? `, ${branches.substitute}` : ''}` : branches.substitute}</>
}

function Gaps({ branch: { uncovered } }: { branch: Covered }) {
  const { branches } = useWords({ es, en })
  const formats = useFormats()
  if (uncovered.length === 0) return <StateMark shape="verified" tone="verified">{branches.covered}</StateMark>
  return <StateMark shape="near" tone="near">{formats.list(uncovered.map(({ fromOn, untilOn }) => branches.gap(formats.day(fromOn), formats.day(untilOn))))}</StateMark>
}

function NewBranch({ onDone }: { onDone: (id: string) => void }) {
  const { branches } = useWords({ es, en })
  const add = useVerb(AddBranch, { rereads: [ListBranches, ReadCoverage] })
  const [asked, setAsked] = useState({ code: '', name: '', city: '' })
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(() => add.mutate({ body: asked }, { onSuccess: ({ id }) => onDone(id) }))}>
      <FormErrors errors={formErrors(add.error)} />
      <TextField label={branches.code} name="code" value={asked.code} onChange={(code) => setAsked({ ...asked, code: code.toUpperCase() })} maxLength={6} hint={branches.codeHint} error={errorOf(add.error, 'code')} autoFocus />
      <TextField label={branches.name} name="name" value={asked.name} onChange={(name) => setAsked({ ...asked, name })} error={errorOf(add.error, 'name')} />
      <TextField label={branches.city} name="city" value={asked.city} onChange={(city) => setAsked({ ...asked, city })} error={errorOf(add.error, 'city')} optional />
      <Button type="submit" weight="primary" kbd="$mod+Enter" pending={add.isPending}>{branches.open}</Button>
    </form>
  )
}

function BranchEditor({ branch, mayManage }: { branch: Row; mayManage: boolean }) {
  const { branches } = useWords({ es, en })
  const formats = useFormats()
  const maySee = useMay('staff.read')
  const edit = useVerb(EditBranch, { rereads: [ListBranches, ReadCoverage] })
  const { name, city, address, telephone, timeZone, active } = branch
  const [asked, setAsked] = useState({ name, city, address, telephone, timeZone, active })
  const fields = ['name', 'city', 'address', 'telephone', 'timeZone'] as const
  const send = () => edit.mutate({ params: { branchId: branch.id }, body: asked, ifMatch: branch.version }, { onSuccess: () => showToast({ text: branches.saved }) })
  return (
    <div className="Staff-editor">
      <form className="Staff-form" noValidate onSubmit={submitting(send)}>
        <FormErrors errors={formErrors(edit.error)} />
        {fields.map((field) => (
          <TextField key={field} label={branches[field]} name={field} value={asked[field]} onChange={(value) => setAsked({ ...asked, [field]: value })}
            error={errorOf(edit.error, field)} disabled={!mayManage} optional={field !== 'name' && field !== 'timeZone'} />
        ))}
        <Checkbox label={branches.active} checked={asked.active} onChange={(on) => setAsked({ ...asked, active: on })} disabled={!mayManage} />
        <div><Button type="submit" pending={edit.isPending} disabledReason={mayManage ? null : branches.mayNot}>{branches.save}</Button></div>
      </form>
      <Section title={branches.responsibles} note={branches.appointNote}>
        <Parts>
          {branch.coverage?.responsibles.map((one) => (
            <li key={`${one.personId}${one.fromOn}`}>
              <span>{maySee ? <Link href={`/staff?person=${one.personId}`}>{one.name}</Link> : one.name}<br /><span className="soft small">{one.substitute ? branches.substitute : branches.titular} · {one.untilOn ? `${formats.day(one.fromOn)} – ${formats.day(one.untilOn)}` : branches.since(formats.day(one.fromOn))}</span></span>
            </li>
          ))}
        </Parts>
      </Section>
    </div>
  )
}
