import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { fill } from '#platform/web/formats.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ReadCustomer, VerifyCustomer, type Customer } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

type Field = Customer['verified'][number]['field']
const A_YEAR_MS = 365 * 86_400_000

/** When a thing was last heard from the customer, and one press to say that it was heard again just now. */
export function Verified({ customer, field, subjectId, mayEdit }: { customer: Customer; field: Field; subjectId: string; mayEdit: boolean }) {
  const { screens: t } = useWords({ es, en })
  const formats = useFormats()
  const { now } = useReader()
  const verify = useVerb(VerifyCustomer, { rereads: [ReadCustomer] })
  const found = customer.verified.find((one) => one.field === field && one.subjectId === subjectId)
  const day = found ? formats.day(formats.dayOf(found.at)) : ''
  const stale = found !== undefined && now() - Date.parse(found.at) > A_YEAR_MS
  return (
    <span className="Verified small soft">
      {!found && t.unverified}
      {found && (stale ? <StateMark shape="near" tone="near">{fill(t.stale, { day })}</StateMark> : <StateMark shape="verified" tone="verified">{fill(t.verified, { day, who: found.by })}</StateMark>)}
      {mayEdit && <Button small weight="quiet" pending={verify.isPending} onPress={() => verify.mutate({ params: { customerId: customer.id }, body: { field, subjectId } })}>{t.verify}</Button>}
    </span>
  )
}
