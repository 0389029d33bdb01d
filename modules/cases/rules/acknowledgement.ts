import type { BodyOf } from '#kernel/endpoint.ts'
import { mailAddress } from '#kernel/fields.ts'
import type { RegisterCase } from '../contract.ts'

type Acknowledgement = {
  way: 'mail' | 'print' | 'none'
  to: string
  name: string
  /** The address was known of the customer before, not told now. */
  kept: boolean
}

/** How whoever told a case has its number: by mail where there is an address, else on paper. `customer`: as kept, where they are known. */
export function acknowledgementFor(asked: BodyOf<typeof RegisterCase>, customer: { name: string; email: string | null } | null): Acknowledgement {
  if (!asked.acknowledge) return { way: 'none', to: '', name: '', kept: false }
  const own = asked.customer.status === 'new' ? asked.customer : null
  // An address kept from years ago may be none: then the acknowledgement is printed, and nobody is kept from registering.
  const kept = asked.customer.status === 'known' ? mailAddress(customer?.email) : null
  const told = asked.reporter?.email ?? own?.email
  const to = told ?? kept ?? ''
  // Nobody has shown that the address is theirs: to a stranger goes no word of whoever filled in the form.
  const name = asked.channel === 'web' ? '' : asked.reporter?.name || own?.name || customer?.name || ''
  return to ? { way: 'mail', to, name, kept: told === undefined } : { way: 'print', to: '', name, kept: false }
}
