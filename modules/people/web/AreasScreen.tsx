import './StaffScreen.css'
import { useState } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { Page, Parts, Section } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useReader } from '#platform/web/words.ts'
import { AddArea, EditArea, ListAreas, type Area } from '../contract-places.ts'
import { ListStaff } from '../contract-staff.ts'
import { submitting } from './Door.tsx'
import { useMay } from './use-me.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** The areas that answer inside the company, and who answers for each. */
export function AreasScreen() {
  const t = useSettingsWords()
  const [{ area: current }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const notNow = useMay('settings.manage') ? null : t.mayNot
  const { data, error, refetch } = useReply(ListAreas)
  const open = data?.items.find(({ id }) => id === current)
  const show = (id?: string) => {
    setAdding(false)
    change({ area: id })
  }
  const add = <Button weight="primary" kbd="n" disabledReason={notNow} onPress={() => { show(); setAdding(true) }}>{t.areas.add}</Button>
  return (
    <Page title={t.areas.title} flush eyebrow={<Link href="/settings">{t.back}</Link>} primary={add}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? <AreaTable rows={data.items} current={current ?? null} onOpen={show} /> : !error && <Skeleton />}
      <SidePeek open={adding || open !== undefined} title={open ? t.areas.edit(open.code) : t.areas.add} onClose={() => show()}>
        {open ? <AreaEditor key={`${open.id}${open.version}`} area={open} notNow={notNow} /> : <NewArea onDone={show} />}
      </SidePeek>
    </Page>
  )
}

function AreaTable({ rows, current, onOpen }: { rows: readonly Area[]; current: string | null; onOpen: (id: string) => void }) {
  const { areas } = useSettingsWords()
  const { language } = useReader()
  const nameOf = ({ name, nameEn }: Area) => (language === 'en' && nameEn ? nameEn : name)
  const columns: Column<Area>[] = [
    { id: 'name', head: areas.area, cell: (area) => <><span dir="auto">{nameOf(area)}</span>{!area.active && <span className="soft"> · {areas.retired}</span>}</> },
    { id: 'code', head: areas.code, cell: ({ code }) => code, width: '120px' },
  ]
  return (
    <Table label={areas.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={nameOf} currentKey={current} keys onOpen={({ id }) => onOpen(id)} onPeek={({ id }) => onOpen(id)}
      empty={<EmptyState title={areas.empty}>{areas.emptyText}</EmptyState>} />
  )
}

function NewArea({ onDone }: { onDone: (id: string) => void }) {
  const t = useSettingsWords()
  const add = useVerb(AddArea, { rereads: [ListAreas] })
  const [asked, setAsked] = useState({ code: '', name: '', nameEn: '' })
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(() => add.mutate({ body: asked }, { onSuccess: ({ id }) => onDone(id) }))}>
      <FormErrors errors={formErrors(add.error)} />
      <TextField label={t.areas.code} name="code" value={asked.code} onChange={(code) => setAsked({ ...asked, code: code.toUpperCase() })} maxLength={6} hint={t.areas.codeHint} error={errorOf(add.error, 'code')} autoFocus />
      <TextField label={t.areas.name} name="name" value={asked.name} onChange={(name) => setAsked({ ...asked, name })} error={errorOf(add.error, 'name')} />
      <TextField label={t.areas.nameEn} name="nameEn" value={asked.nameEn} onChange={(nameEn) => setAsked({ ...asked, nameEn })} error={errorOf(add.error, 'nameEn')} optional />
      <Button type="submit" weight="primary" kbd="$mod+Enter" pending={add.isPending}>{t.areas.add}</Button>
    </form>
  )
}

function AreaEditor({ area, notNow }: { area: Area; notNow: string | null }) {
  const t = useSettingsWords()
  const edit = useVerb(EditArea, { rereads: [ListAreas] })
  const { name, nameEn, active } = area
  const [asked, setAsked] = useState({ name, nameEn, active })
  const send = () => edit.mutate({ params: { areaId: area.id }, body: { ...asked, nameEn: asked.nameEn || asked.name }, ifMatch: area.version }, { onSuccess: () => showToast({ text: t.saved }) })
  return (
    <div className="Staff-editor">
      <form className="Staff-form" noValidate onSubmit={submitting(send)}>
        <FormErrors errors={formErrors(edit.error)} />
        <TextField label={t.areas.name} name="name" value={asked.name} onChange={(text) => setAsked({ ...asked, name: text })} error={errorOf(edit.error, 'name')} disabled={notNow !== null} />
        <TextField label={t.areas.nameEn} name="nameEn" value={asked.nameEn} onChange={(text) => setAsked({ ...asked, nameEn: text })} error={errorOf(edit.error, 'nameEn')} disabled={notNow !== null} optional />
        <Checkbox label={t.areas.active} hint={t.areas.activeHint} checked={asked.active} onChange={(on) => setAsked({ ...asked, active: on })} disabled={notNow !== null} />
        <div><Button type="submit" pending={edit.isPending} disabledReason={notNow}>{t.save}</Button></div>
      </form>
      <AreaPeople areaId={area.id} />
    </div>
  )
}

function AreaPeople({ areaId }: { areaId: string }) {
  const { areas } = useSettingsWords()
  const { data } = useReply(ListStaff, { query: { role: 'area-responder', areaId, limit: 100 } }, { enabled: useMay('staff.read') })
  if (!data) return null
  return (
    <Section title={areas.people} note={areas.peopleNote}>
      {data.items.length === 0 ? <p>{areas.nobody}</p> : (
        <Parts>{data.items.map(({ id, name, email }) => <li key={id}><span><Link href={`/staff?person=${id}`}>{name}</Link><br /><span className="soft small"><MailText text={email} /></span></span></li>)}</Parts>
      )}
    </Section>
  )
}
