import { useState, type ReactNode } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { Parts, Section } from '#platform/web/design/Page.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { fill } from '#platform/web/formats.ts'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { AddContact, AddEmail, AddSite, AddTelephone, ReadCustomer, RemoveEmail, RemoveTelephone, type Customer } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { Verified } from './Verified.tsx'

type Props = { customer: Customer; mayEdit: boolean }
const rereads = [ReadCustomer]

/** Telephones, addresses, sites and contacts, each with a line to add one more. */
export function CustomerParts({ customer, mayEdit }: Props) {
  return (
    <>
      <Telephones customer={customer} mayEdit={mayEdit} />
      <Emails customer={customer} mayEdit={mayEdit} />
      <Sites customer={customer} mayEdit={mayEdit} />
      <Contacts customer={customer} mayEdit={mayEdit} />
    </>
  )
}

function Telephones({ customer, mayEdit }: Props) {
  const { screens: t } = useWords({ es, en })
  const formats = useFormats()
  const add = useVerb(AddTelephone, { rereads })
  const remove = useVerb(RemoveTelephone, { rereads })
  return (
    <Part title={t.telephones} mayEdit={mayEdit} fields={[t.telephone, t.label]} error={add.error} onAdd={([text, label], done) => add.mutate({ params: { customerId: customer.id }, body: { text, label } }, { onSuccess: done })}>
      {customer.telephones.map(({ id, shown, e164, candidates, kind, label }) => (
        <li key={id}>
          <span>
            {e164 ? <a href={`tel:${e164}`}>{shown}</a> : shown}<span className="soft">{[t.telephoneKinds[kind], saysKind(label) ? '' : label].filter(Boolean).map((said) => ` · ${said}`)}</span>
            {candidates.length > 0 && <> <StateMark shape="near" tone="near">{fill(t.candidate, { numbers: formats.list(candidates) })}</StateMark></>}
            <br /><Verified customer={customer} field="telephone" subjectId={id} mayEdit={mayEdit} />
          </span>
          {mayEdit && <Button small weight="quiet" onPress={() => remove.mutate({ params: { customerId: customer.id, partId: id }, ifMatch: customer.version })}>{t.remove}</Button>}
        </li>
      ))}
    </Part>
  )
}

/** What other systems noted of the kind of a number is said already by the number itself, in the reader's language. */
const saysKind = (label: string) => /^(fijo|celular|m[oó]vil|cel\.?|tel[eé]fono|mobile|fixed|landline)$/i.test(label.trim())

function Emails({ customer, mayEdit }: Props) {
  const { screens: t } = useWords({ es, en })
  const add = useVerb(AddEmail, { rereads })
  const remove = useVerb(RemoveEmail, { rereads })
  return (
    <Part title={t.emails} mayEdit={mayEdit} fields={[t.email]} error={add.error}
      onAdd={([address], done) => add.mutate({ params: { customerId: customer.id }, body: { address } }, { onSuccess: done })}>
      {customer.emails.map(({ id, address }) => (
        <li key={id}>
          <span><MailText text={address} /><br /><Verified customer={customer} field="email" subjectId={id} mayEdit={mayEdit} /></span>
          {mayEdit && <Button small weight="quiet" onPress={() => remove.mutate({ params: { customerId: customer.id, partId: id }, ifMatch: customer.version })}>{t.remove}</Button>}
        </li>
      ))}
    </Part>
  )
}

function Sites({ customer, mayEdit }: Props) {
  const { screens: t } = useWords({ es, en })
  const add = useVerb(AddSite, { rereads })
  return (
    <Part title={t.sites} mayEdit={mayEdit} fields={[t.address, t.city, t.siteName]} error={add.error}
      onAdd={([address, city, name], done) => add.mutate({ params: { customerId: customer.id }, body: { address, city, name } }, { onSuccess: done })}>
      {customer.sites.map(({ id, name, address, city, active }) => (
        <li key={id}><span>{[name, address, city].filter(Boolean).join(' · ')}{!active && <span className="soft"> · {t.inactive}</span>}<br /><Verified customer={customer} field="site" subjectId={id} mayEdit={mayEdit} /></span></li>
      ))}
    </Part>
  )
}

function Contacts({ customer, mayEdit }: Props) {
  const { screens: t } = useWords({ es, en })
  const add = useVerb(AddContact, { rereads })
  return (
    <Part title={t.contacts} mayEdit={mayEdit} fields={[t.name, t.post]} error={add.error}
      onAdd={([name, post], done) => add.mutate({ params: { customerId: customer.id }, body: { name, post } }, { onSuccess: done })}>
      {customer.contacts.map(({ id, name, post, active }) => (
        <li key={id}><span>{name}{post && <span className="soft"> · {post}</span>}{!active && <span className="soft"> · {t.inactive}</span>}<br /><Verified customer={customer} field="contact" subjectId={id} mayEdit={mayEdit} /></span></li>
      ))}
    </Part>
  )
}

type PartProps = { title: string; mayEdit: boolean; fields: readonly string[]; error: unknown; onAdd: (values: [string, string, string], done: () => void) => void; children: ReactNode }

/** Of several things alike: those there are, and the fields of one more. The first field is needed. */
function Part({ title, mayEdit, fields, error, onAdd, children }: PartProps) {
  const { screens: t } = useWords({ es, en })
  const [adding, setAdding] = useState(false)
  const [values, setValues] = useState<[string, string, string]>(['', '', ''])
  const done = () => {
    setValues(['', '', ''])
    setAdding(false)
  }
  return (
    <Section title={title} action={mayEdit && !adding && <Button small onPress={() => setAdding(true)} label={`${t.add}: ${title}`}>{t.add}</Button>}>
      <Parts>{children}</Parts>
      {adding && (
        <form className="Customers-verbs" noValidate onSubmit={(event) => { event.preventDefault(); onAdd(values, done) }}>
          {fields.map((label, at) => (
            <TextField key={label} label={label} name={`${title}-${at}`} value={values[at] ?? ''} maxLength={200} autoFocus={at === 0} optional={at > 0}
              onChange={(text) => setValues(values.map((value, other) => (other === at ? text : value)) as [string, string, string])}
              error={at === 0 ? (formErrors(error)[0]?.message ?? null) : null} />
          ))}
          <Button type="submit" weight="primary">{t.save}</Button>
          <Button weight="quiet" onPress={done}>{t.cancel}</Button>
        </form>
      )}
    </Section>
  )
}
