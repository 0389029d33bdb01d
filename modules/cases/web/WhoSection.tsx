import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { CustomerAtHand } from './CustomerAtHand.tsx'
import { withCustomer, type Registration } from './registration.ts'
import { useCustomerAtHand } from './use-customer-at-hand.ts'
import { useRegisteringBranches } from './use-registering-branches.ts'
import { WhoField } from './WhoField.tsx'

type Props = { registration: Registration; set: (some: Partial<Registration>) => void; error: Error | null }

/** Whose case it is: known, new, or nobody who says so. */
export function WhoSection({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const own = useRegisteringBranches().map(({ id }) => id)
  return (
    <section className="Register-who">
      {r.newCustomer ? (
        <NewCustomer registration={r} set={set} error={error} />
      ) : (
        !r.anonymous && (
          <WhoField value={r.customer} written={r.who} onWritten={(who) => set({ who })} onChange={(customer) => set(withCustomer(r, customer, own))} onCreate={(name) => set({ newCustomer: { kind: 'company', name, idNumber: '' }, customer: null, who: '' })} error={errorOf(error, 'customer.customerId')} autoFocus />
        )
      )}
      {r.customer && <CustomerAtHand customer={r.customer} />}
      {!r.customer && !r.newCustomer && <Checkbox label={t.anonymous} checked={r.anonymous} onChange={(anonymous) => set({ anonymous, ...(anonymous && { who: '', customer: null, newCustomer: null }) })} />}
    </section>
  )
}

/** Who tells it, and where the acknowledgement goes; a contact of the customer brings along how to reach them. */
export function ReporterRow({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const known = useCustomerAtHand(r.customer)
  const change = (some: Partial<Registration['reporter']>) => set({ reporter: { ...r.reporter, ...some } })
  if (r.anonymous) return null
  const contacts = known?.contacts.filter(({ active }) => active) ?? []
  const [email] = known?.emails ?? []
  function name(typed: string) {
    const contact = contacts.find((one) => one.name === typed)
    const telephone = r.reporter.telephone || (known?.telephones.find(({ contactId }) => contact && contactId === contact.id)?.shown ?? '')
    const address = r.reporter.email || (known?.emails.find(({ contactId }) => contact && contactId === contact.id)?.address ?? '')
    // What is hidden from a supplier's people in part cannot be written to.
    change(known?.masked ? { name: typed } : { name: typed, telephone, email: address })
  }
  return (
    <>
      <FormRow>
        <TextField label={t.reporter} name="reporter.name" value={r.reporter.name} onChange={name} suggestions={contacts.map((one) => one.name)} hint={contacts.length > 0 ? t.contacts(contacts.slice(0, 3).map((one) => [one.name, one.post].filter(Boolean).join(', ')).join('; ')) : undefined} optional error={errorOf(error, 'reporter.name')} />
        <TextField label={t.telephone} name="reporter.telephone" type="tel" inputMode="tel" value={r.reporter.telephone} onChange={(telephone) => change({ telephone })} optional error={errorOf(error, 'reporter.telephone') ?? errorOf(error, 'customer.telephone')} />
        <TextField label={t.email} name="reporter.email" type="email" inputMode="email" value={r.reporter.email} onChange={(address) => change({ email: address })} optional hint={email && !r.speaksFor ? t.emailKept(email.address) : t.emailHint} error={errorOf(error, 'reporter.email') ?? errorOf(error, 'customer.email')} />
      </FormRow>
      <SpeaksFor registration={r} set={set} error={error} />
    </>
  )
}

/** Whoever calls does so for another: for whom, and what they are to them. */
function SpeaksFor({ registration: { speaksFor, customer, newCustomer }, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const change = (some: Partial<NonNullable<typeof speaksFor>>) => set({ speaksFor: { name: '', relation: '', ...speaksFor, ...some } })
  return (
    <>
      <Checkbox label={t.thirdParty} checked={speaksFor !== null} onChange={(on) => set({ speaksFor: on ? { name: '', relation: '' } : null })} />
      {speaksFor && (
        <FormRow>
          {!newCustomer && <TextField label={t.onBehalfOf} name="customer.onBehalfOf" value={speaksFor.name} onChange={(name) => change({ name })} optional={customer !== null} hint={customer ? t.onBehalfOfCustomer(customer.label) : undefined} error={errorOf(error, 'customer.onBehalfOf')} />}
          <TextField label={t.relation} name="reporter.relation" value={speaksFor.relation} onChange={(relation) => change({ relation })} optional hint={t.relationHint} error={errorOf(error, 'reporter.relation')} />
        </FormRow>
      )}
    </>
  )
}

function NewCustomer({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const newCustomer = r.newCustomer!
  const change = (some: Partial<typeof newCustomer>) => set({ newCustomer: { ...newCustomer, ...some } })
  return (
    <fieldset className="Register-new">
      <legend>{t.newCustomer}</legend>
      <FormRow>
        <TextField label={t.reporterName} name="customer.name" value={newCustomer.name} onChange={(name) => change({ name })} error={errorOf(error, 'customer.name')} autoFocus />
        <Choice label={t.known} value={newCustomer.kind} onChange={(kind) => change({ kind })} options={[{ value: 'company', label: t.company }, { value: 'person', label: t.person }]} />
        <TextField label={t.idNumber} name="customer.idNumber" value={newCustomer.idNumber} onChange={(idNumber) => change({ idNumber })} optional error={errorOf(error, 'customer.idNumber')} />
      </FormRow>
      <Button small onPress={() => set({ newCustomer: null })}>{t.cancel}</Button>
    </fieldset>
  )
}
