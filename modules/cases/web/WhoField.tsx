import { ListCustomers } from '#modules/customers/contract.ts'
import { call } from '#platform/web/data.ts'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'

/** `branchId`: the branch that serves them, where it is known. */
export type FoundCustomer = ComboOption & { branchId?: string | null }

type Props = { value: FoundCustomer | null; written?: string; onWritten?: (text: string) => void; onChange: (customer: FoundCustomer | null) => void; onCreate?: (name: string) => void; error: string | null; autoFocus?: boolean }

/** Who it is about: found as one types, by name, document, telephone or code; a number that may be theirs says so. */
export function WhoField({ value, written, onWritten, onChange, onCreate, error, autoFocus }: Props) {
  const { register: t } = useWords({ es, en })
  const search = async (text: string, signal: AbortSignal): Promise<FoundCustomer[]> => {
    const { items } = await call(ListCustomers, { query: { find: text, limit: 8 }, signal })
    return items.map(({ id, name, identity, city, branchId, why, matched }) => ({
      id, label: name, branchId, detail: [why === 'telephone-candidate' ? `${t.candidate} ${matched ?? ''}` : matched && matched !== name ? matched : identity, city].filter(Boolean).join(' · '),
    }))
  }
  return (
    <ComboBox
      label={t.who} name="customer" hint={value ? undefined : t.whoHint} value={value} onChange={onChange} search={search} minLength={2} error={error} autoFocus={autoFocus} optional
      written={written} onWritten={onWritten} create={onCreate && { label: t.create, run: onCreate }}
    />
  )
}
