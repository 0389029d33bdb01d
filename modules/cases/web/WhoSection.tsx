import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { Registration } from './registration.ts'
import { WhoField } from './WhoField.tsx'

type Props = { registration: Registration; set: (some: Partial<Registration>) => void; error: Error | null }

/** Whose case it is: known, new, or nobody who says so. */
export function WhoSection({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  return (
    <section className="Register-who">
      {r.newCustomer ? (
        <NewCustomer registration={r} set={set} error={error} />
      ) : (
        !r.anonymous && (
          <WhoField value={r.customer} onChange={(customer) => set({ customer })} onCreate={(name) => set({ newCustomer: { kind: 'company', name, idNumber: '' }, customer: null })} error={errorOf(error, 'customer.customerId')} autoFocus />
        )
      )}
      {!r.customer && !r.newCustomer && <Checkbox label={t.anonymous} checked={r.anonymous} onChange={(anonymous) => set({ anonymous, ...(anonymous && { customer: null, newCustomer: null }) })} />}
    </section>
  )
}

/** Who tells it, and where the acknowledgement goes. */
export function ReporterRow({ registration: r, set, error }: Props) {
  const { register: t } = useWords({ es, en })
  const change = (some: Partial<Registration['reporter']>) => set({ reporter: { ...r.reporter, ...some } })
  if (r.anonymous) return null
  return (
    <FormRow>
      <TextField label={t.reporter} name="reporter.name" value={r.reporter.name} onChange={(name) => change({ name })} optional error={errorOf(error, 'reporter.name')} />
      <TextField label={t.telephone} name="reporter.telephone" type="tel" inputMode="tel" value={r.reporter.telephone} onChange={(telephone) => change({ telephone })} optional error={errorOf(error, 'reporter.telephone') ?? errorOf(error, 'customer.telephone')} />
      <TextField label={t.email} name="reporter.email" type="email" inputMode="email" value={r.reporter.email} onChange={(email) => change({ email })} optional hint={t.emailHint} error={errorOf(error, 'reporter.email') ?? errorOf(error, 'customer.email')} />
    </FormRow>
  )
}

function NewCustomer({ registration: r, set, error }: Props) {
  const { register: t, sheet } = useWords({ es, en })
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
      <Button small onPress={() => set({ newCustomer: null })}>{sheet.cancel}</Button>
    </fieldset>
  )
}
