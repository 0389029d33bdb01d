import './CustomersScreen.css'
import { useId, useState } from 'react'
import { useMay } from '#modules/people/web/use-me.ts'
import { usePlaceNames } from '#modules/people/web/use-place-names.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Facts, Page, Section } from '#platform/web/design/Page.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useParam } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { EditCustomer, ListCustomers, ReadCustomer, type Customer } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { askedOf, CustomerForm, valuesOf } from './CustomerForm.tsx'
import { CustomerParts } from './CustomerParts.tsx'
import { Readings } from './Readings.tsx'
import { Verified } from './Verified.tsx'

/** Who gave a code, where no other system did: not worth a word. */
const OWN = 'acuse'

/** All that is known of a customer, and when each thing was last heard from them. */
export function CustomerScreen() {
  const { screens: t } = useWords({ es, en })
  const customerId = useParam('customerId')
  const read = useReply(ReadCustomer, { params: { customerId } })
  const mayEdit = useMay('customers.edit') && read.data?.masked === false
  const mayAudit = useMay('audit.read')
  const [editing, setEditing] = useState(false)
  const customer = read.data
  if (read.error && !customer) return <Page title={t.customer}><ErrorState what={read.error.message} onRetry={read.refetch} /></Page>
  if (!customer) return <Page title={t.customer}><Skeleton kind="text" /></Page>
  return (
    <Page title={customer.name} eyebrow={<Link href="/customers">{t.title}</Link>}
      facts={<>{!customer.active && <StateMark shape="near" tone="near">{t.inactive}</StateMark>}{customer.masked && <span className="soft">{t.masked}</span>}</>}
      actions={mayEdit && <Button kbd="e" onPress={() => setEditing(true)}>{t.edit}</Button>}>
      <Section title={t.facts}><CustomerFacts customer={customer} mayEdit={mayEdit} /></Section>
      <CustomerParts customer={customer} mayEdit={mayEdit} />
      {mayAudit && <Readings customerId={customer.id} />}
      {editing && <Editor customer={customer} onClose={() => setEditing(false)} />}
    </Page>
  )
}

function CustomerFacts({ customer, mayEdit }: { customer: Customer; mayEdit: boolean }) {
  const { screens: t } = useWords({ es, en })
  const placeOf = usePlaceNames()
  const branch = customer.branchId && placeOf({ branchId: customer.branchId, areaId: null, supplierId: null })
  const withMark = (field: 'name' | 'identity' | 'segment' | 'branch', value: string) => <>{value} <Verified customer={customer} field={field} subjectId={customer.id} mayEdit={mayEdit} /></>
  const facts = [
    { name: t.name, value: withMark('name', customer.tradeName ? `${customer.name} · ${customer.tradeName}` : customer.name) },
    customer.identity && { name: t.document, value: withMark('identity', customer.identity) },
    customer.code && { name: t.code, value: customer.source === OWN ? customer.code : `${customer.code} · ${customer.source}` },
    customer.segment && { name: t.segment, value: withMark('segment', customer.segment) },
    branch && { name: t.branch, value: withMark('branch', branch) },
    { name: t.kind, value: customer.kind === 'company' ? t.company : t.person },
  ]
  return <Facts wide facts={facts.filter((fact) => typeof fact === 'object' && fact !== null)} />
}

function Editor({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { screens: t } = useWords({ es, en })
  const form = useId()
  const edit = useVerb(EditCustomer, { rereads: [ReadCustomer, ListCustomers] })
  const [values, setValues] = useState(valuesOf(customer))
  const save = () => edit.mutate({ params: { customerId: customer.id }, ifMatch: customer.version, body: { ...askedOf(values), active: values.active } }, { onSuccess: () => { showToast({ text: t.saved }); onClose() } })
  return (
    <Dialog open title={t.edit} size="large" onClose={onClose} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" pending={edit.isPending}>{t.save}</Button>}>
      <CustomerForm id={form} values={values} onChange={setValues} onSave={save} error={edit.error} editing />
    </Dialog>
  )
}
