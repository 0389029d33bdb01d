import './CustomersScreen.css'
import type { ReactNode } from 'react'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useReply } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { MarkRequired } from '#platform/web/design/Field.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import type { Customer } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

export type FormValues = { kind: 'company' | 'person'; name: string; tradeName: string; number: string; type: string; code: string; segment: string; branchId: string; active: boolean; sameIdentity: boolean }

export const valuesOf = (customer?: Customer): FormValues => ({
  kind: customer?.kind ?? 'company', name: customer?.name ?? '', tradeName: customer?.tradeName ?? '', number: customer?.identity?.replace(/^\w+ /, '') ?? '', type: customer?.identityType ?? '',
  code: customer?.code ?? '', segment: customer?.segment ?? '', branchId: customer?.branchId ?? '', active: customer?.active ?? true, sameIdentity: false,
})

/** As the contract asks for them. */
export const askedOf = ({ kind, name, tradeName, number, type, code, segment, branchId, sameIdentity }: FormValues) => ({
  kind, name, tradeName, segment, sameIdentity, code: code || null, branchId: branchId || null, identity: number ? { type: type || null, number } : null,
})

type Props = { values: FormValues; onChange: (values: FormValues) => void; onSave: () => void; error: unknown; pending?: boolean; editing: boolean; children?: ReactNode; /** In a dialog, whose foot has the button that sends it. */ id?: string }

/** What is known of a customer itself; the document's kind may be left to how its number is written. */
export function CustomerForm({ values, onChange, onSave, error, pending, editing, children, id }: Props) {
  const { screens: t } = useWords({ es, en })
  const branches = useReply(ListBranches, {}, { staleTime: 300_000 }).data?.items ?? []
  const shared = formErrors(error).some(({ field }) => field === null)
  const set = (some: Partial<FormValues>) => onChange({ ...values, ...some })
  return (
    <MarkRequired>
      <form id={id} className="Customers-form" noValidate onSubmit={(event) => { event.preventDefault(); onSave() }}>
        <FormErrors errors={formErrors(error)} />
        <FormRow>
          <TextField label={t.name} name="name" value={values.name} onChange={(name) => set({ name })} maxLength={200} error={errorOf(error, 'name')} autoFocus />
          <Select label={t.kind} name="kind" value={values.kind} onChange={(kind) => set({ kind: kind as FormValues['kind'] })} options={[{ value: 'company', label: t.company }, { value: 'person', label: t.person }]} optional />
        </FormRow>
        <TextField label={t.tradeName} name="tradeName" value={values.tradeName} onChange={(tradeName) => set({ tradeName })} maxLength={200} optional />
        <FormRow>
          <TextField label={t.documentType} name="identity.type" value={values.type} onChange={(type) => set({ type: type.toUpperCase() })} placeholder={values.kind === 'company' ? 'NIT' : 'CC'} maxLength={20} error={errorOf(error, 'identity.type')} optional />
          <TextField label={t.documentNumber} name="identity.number" value={values.number} onChange={(number) => set({ number })} maxLength={80} error={errorOf(error, 'identity.number')} optional />
        </FormRow>
        {shared && <Checkbox label={t.sameIdentity} checked={values.sameIdentity} onChange={(sameIdentity) => set({ sameIdentity })} name="sameIdentity" />}
        <FormRow>
          <TextField label={t.code} name="code" value={values.code} onChange={(code) => set({ code })} maxLength={60} error={errorOf(error, 'code')} optional />
          <TextField label={t.segment} name="segment" value={values.segment} onChange={(segment) => set({ segment })} maxLength={60} optional />
          <Select label={t.branch} name="branchId" value={values.branchId} onChange={(branchId) => set({ branchId })} none={t.whole} options={branches.map(({ id, name }) => ({ value: id, label: name }))} optional />
        </FormRow>
        {children}
        {editing && <Checkbox label={t.active} checked={values.active} onChange={(active) => set({ active })} name="active" />}
        {!id && <div><Button type="submit" weight="primary" kbd="$mod+Enter" pending={pending}>{t.save}</Button></div>}
      </form>
    </MarkRequired>
  )
}
