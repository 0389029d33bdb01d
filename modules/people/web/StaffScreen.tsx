import './StaffScreen.css'
import { useDeferredValue, useState } from 'react'
import { usePages, useReply } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark, type StateShape } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListBranches } from '../contract-places.ts'
import { ListStaff, ReadStaffMember, type StaffMember } from '../contract-staff.ts'
import { ROLES, type Role } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { InviteForm } from './InviteForm.tsx'
import { StaffEditor } from './StaffEditor.tsx'
import { useMay } from './use-me.ts'
import { usePlaceNames } from './use-place-names.ts'

const SHAPES: Record<StaffMember['state'], StateShape> = { active: 'done', invited: 'hollow', disabled: 'cancelled' }

export function StaffScreen() {
  const { staff } = useWords({ es, en })
  const [search, change] = useSearch()
  const asked = useDeferredValue(search)
  const mayManage = useMay('staff.manage')
  const query = { text: asked.text, role: asked.role as Role | undefined, branchId: asked.branch, limit: 50 }
  const pages = usePages(ListStaff, query)
  const [inviting, setInviting] = useState(false)
  const open = useMember(search.person, pages.rows)
  const close = () => {
    setInviting(false)
    change({ person: undefined })
  }
  return (
    <Page title={staff.title} flush
      primary={<Button weight="primary" kbd="n" disabledReason={mayManage ? null : staff.mayNot} onPress={() => { change({ person: undefined }); setInviting(true) }}>{staff.invite}</Button>}>
      <Filters search={search} change={change} />
      {pages.error && <ErrorState what={pages.error.message} onRetry={pages.again} />}
      {pages.rows ? (
        <StaffTable rows={pages.rows} onEnd={pages.more} current={search.person ?? null} onOpen={(id) => { setInviting(false); change({ person: id }) }} />
      ) : !pages.error && <Skeleton />}
      <SidePeek open={inviting || open !== undefined} title={open ? staff.edit(open.name) : staff.inviteTitle} onClose={close}>
        {open ? <StaffEditor key={open.id} member={open} /> : <InviteForm onDone={(id) => { setInviting(false); change({ person: id }) }} />}
      </SidePeek>
    </Page>
  )
}

/** The one whom the address names, also while the list has not come as far. */
function useMember(id: string | undefined, rows: readonly StaffMember[] | undefined): StaffMember | undefined {
  const listed = rows?.find((member) => member.id === id)
  const { data } = useReply(ReadStaffMember, { params: { personId: id ?? '' } }, { enabled: id !== undefined && rows !== undefined && !listed })
  return id === undefined ? undefined : (listed ?? (data?.id === id ? data : undefined))
}

function Filters({ search, change }: { search: Record<string, string>; change: (some: Record<string, string | undefined>) => void }) {
  const { staff, roles } = useWords({ es, en })
  const branches = useReply(ListBranches).data?.items ?? []
  return (
    <search className="Staff-filters">
      <TextField label={staff.find} labelUnseen type="search" placeholder={staff.find} value={search.text ?? ''} onChange={(text) => change({ text: text || undefined })} optional />
      <Select label={staff.role} labelUnseen value={search.role ?? ''} onChange={(role) => change({ role: role || undefined })} none={staff.anyRole} options={ROLES.map((role) => ({ value: role, label: roles[role] }))} optional />
      <Select label={staff.branch} labelUnseen value={search.branch ?? ''} onChange={(branch) => change({ branch: branch || undefined })} none={staff.anyBranch} options={branches.map(({ id, name }) => ({ value: id, label: name }))} optional />
    </search>
  )
}

function StaffTable({ rows, current, onOpen, onEnd }: { rows: readonly StaffMember[]; current: string | null; onOpen: (id: string) => void; onEnd: () => void }) {
  const { staff, roles } = useWords({ es, en })
  const formats = useFormats()
  const placeName = usePlaceNames()
  const columns: Column<StaffMember>[] = [
    { id: 'name', head: staff.name, cell: ({ name }) => <span dir="auto">{name}</span>, width: '30%' },
    { id: 'holds', head: staff.holds, cell: ({ grants }) => formats.list(grants.map((grant) => [roles[grant.role], placeName(grant)].filter(Boolean).join(', '))) },
    { id: 'email', head: staff.email, cell: ({ email }) => email, width: '24%', hideBelow: 'medium' },
    {
      id: 'state', head: staff.state, width: '180px', beside: true,
      cell: ({ state, awayUntilOn }) => (
        <StateMark shape={awayUntilOn ? 'paused' : SHAPES[state]} tone={state === 'disabled' ? 'soft' : 'plain'}>
          {awayUntilOn && state === 'active' ? staff.away(formats.day(awayUntilOn)) : staff.states[state]}
        </StateMark>
      ),
    },
  ]
  return (
    <Table label={staff.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} currentKey={current} keys onEnd={onEnd}
      onOpen={({ id }) => onOpen(id)} onPeek={({ id }) => onOpen(id)} empty={<EmptyState icon="search" title={staff.emptyTitle}>{staff.empty}</EmptyState>} />
  )
}
