import { useState } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Link } from '#platform/web/design/Link.tsx'
import { FormRow, Page } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useGo, useSearch } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { AddCustomer, ListCustomers } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { askedOf, CustomerForm, valuesOf } from './CustomerForm.tsx'

/** A customer written down for the first time, with one telephone, address and site; more come on its own screen. */
export function NewCustomerScreen() {
  const { screens: t } = useWords({ es, en })
  const go = useGo()
  const [{ name = '' }] = useSearch()
  const add = useVerb(AddCustomer, { rereads: [ListCustomers] })
  const [values, setValues] = useState({ ...valuesOf(), name })
  const [reach, setReach] = useState({ telephone: '', email: '', address: '', city: '' })
  const change = (field: keyof typeof reach) => (text: string) => setReach({ ...reach, [field]: text })
  const save = () => add.mutate({
    body: {
      ...askedOf(values),
      telephones: reach.telephone ? [{ text: reach.telephone }] : [],
      emails: reach.email ? [{ address: reach.email }] : [],
      sites: reach.address ? [{ address: reach.address, city: reach.city }] : [],
    },
  }, { onSuccess: ({ id }) => go(`/customers/${id}`) })
  return (
    <Page title={t.newCustomer} eyebrow={<Link href="/customers">{t.title}</Link>}>
      <CustomerForm values={values} onChange={setValues} onSave={save} error={add.error} pending={add.isPending} editing={false}>
        <FormRow>
          <TextField label={t.telephone} name="telephone" type="tel" value={reach.telephone} onChange={change('telephone')} maxLength={200} error={errorOf(add.error, 'telephones.0.text')} optional />
          <TextField label={t.email} name="email" type="email" value={reach.email} onChange={change('email')} maxLength={254} error={errorOf(add.error, 'emails.0.address')} optional />
        </FormRow>
        <FormRow>
          <TextField label={t.address} name="address" value={reach.address} onChange={change('address')} maxLength={300} optional />
          <TextField label={t.city} name="city" value={reach.city} onChange={change('city')} maxLength={80} optional />
        </FormRow>
      </CustomerForm>
    </Page>
  )
}
