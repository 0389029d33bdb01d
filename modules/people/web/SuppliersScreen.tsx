import './StaffScreen.css'
import { useState } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { AddSupplier, EditSupplier, ListSuppliers, type Supplier } from '../contract-places.ts'
import { submitting } from './Door.tsx'
import { useMay } from './use-me.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** Whose people work here without being ours. */
export function SuppliersScreen() {
  const t = useSettingsWords()
  const [{ supplier: current }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const notNow = useMay('settings.manage') ? null : t.mayNot
  const { data, error, refetch } = useReply(ListSuppliers)
  const open = data?.items.find(({ id }) => id === current)
  const show = (id?: string) => {
    setAdding(false)
    change({ supplier: id })
  }
  return (
    <Page title={t.suppliers.title} flush eyebrow={<Link href="/settings">{t.back}</Link>}
      primary={<Button weight="primary" kbd="n" disabledReason={notNow} onPress={() => { show(); setAdding(true) }}>{t.suppliers.add}</Button>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? <SupplierTable rows={data.items} current={current ?? null} onOpen={show} /> : !error && <Skeleton />}
      <SidePeek open={adding || open !== undefined} title={open ? t.suppliers.edit(open.name) : t.suppliers.add} onClose={() => show()}>
        {open ? <SupplierEditor key={`${open.id}${open.version}`} supplier={open} notNow={notNow} /> : <NewSupplier onDone={show} />}
      </SidePeek>
    </Page>
  )
}

function SupplierTable({ rows, current, onOpen }: { rows: readonly Supplier[]; current: string | null; onOpen: (id: string) => void }) {
  const { suppliers } = useSettingsWords()
  const columns: Column<Supplier>[] = [
    { id: 'name', head: suppliers.supplier, cell: ({ name, active }) => <><span dir="auto">{name}</span>{!active && <span className="soft"> · {suppliers.retired}</span>}</> },
  ]
  return (
    <Table label={suppliers.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} currentKey={current} keys onOpen={({ id }) => onOpen(id)} onPeek={({ id }) => onOpen(id)}
      empty={<EmptyState title={suppliers.empty}>{suppliers.emptyText}</EmptyState>} />
  )
}

function NewSupplier({ onDone }: { onDone: (id: string) => void }) {
  const { suppliers } = useSettingsWords()
  const add = useVerb(AddSupplier, { rereads: [ListSuppliers] })
  const [name, setName] = useState('')
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(() => add.mutate({ body: { name } }, { onSuccess: ({ id }) => onDone(id) }))}>
      <FormErrors errors={formErrors(add.error)} />
      <TextField label={suppliers.name} name="name" value={name} onChange={setName} error={errorOf(add.error, 'name')} autoFocus />
      <Button type="submit" weight="primary" kbd="$mod+Enter" pending={add.isPending}>{suppliers.add}</Button>
    </form>
  )
}

function SupplierEditor({ supplier, notNow }: { supplier: Supplier; notNow: string | null }) {
  const t = useSettingsWords()
  const edit = useVerb(EditSupplier, { rereads: [ListSuppliers] })
  const [asked, setAsked] = useState({ name: supplier.name, active: supplier.active })
  const send = () => edit.mutate({ params: { supplierId: supplier.id }, body: asked, ifMatch: supplier.version }, { onSuccess: () => showToast({ text: t.saved }) })
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(send)}>
      <FormErrors errors={formErrors(edit.error)} />
      <TextField label={t.suppliers.name} name="name" value={asked.name} onChange={(name) => setAsked({ ...asked, name })} error={errorOf(edit.error, 'name')} disabled={notNow !== null} />
      <Checkbox label={t.suppliers.active} hint={t.suppliers.activeHint} checked={asked.active} onChange={(active) => setAsked({ ...asked, active })} disabled={notNow !== null} />
      <div><Button type="submit" pending={edit.isPending} disabledReason={notNow}>{t.save}</Button></div>
    </form>
  )
}
