import { writeIdentityDocument } from '#kernel/identity-document.ts'
import { NotFound } from '#kernel/refusal.ts'
import { writeTelephone } from '#kernel/telephone.ts'
import type { Work } from '#platform/server/work.ts'
import type { Customer } from '../contract.ts'
import { identityTypesOf } from '../rules/identity.ts'
import { maskCustomer, seesMasked } from '../rules/mask.ts'
import { contactsOf, countryOf, customerOf, emailsOf, sitesOf, telephonesOf, verificationsOf, type CustomerRow, type TelephoneRow } from './store.ts'

export async function readCustomer({ tx, actor }: Work, { customerId }: { customerId: string }): Promise<Customer> {
  const key = { organisationId: actor.organisationId, id: customerId }
  const [[row], [organisation], sites, contacts, telephones, emails, verified] = await Promise.all([
    customerOf(tx, key), countryOf(tx, actor.organisationId), sitesOf(tx, key), contactsOf(tx, key), telephonesOf(tx, key), emailsOf(tx, key), verificationsOf(tx, key),
  ])
  if (!row) throw new NotFound('customer')
  const country = organisation?.country ?? ''
  const { identityCheckDigit: _digit, ...facts } = row
  const customer: Customer = {
    ...facts,
    identity: identityOf(row, country),
    sites,
    contacts,
    telephones: telephones.map((telephone) => shownTelephone(telephone, country)),
    emails,
    verified: verified as Customer['verified'],
    masked: false,
  }
  return seesMasked(actor) ? maskCustomer(customer) : customer
}

const identityOf = ({ identityType: type, identityNumber: number, identityCheckDigit: checkDigit }: CustomerRow, country: string): string | null =>
  type === null || number === null ? null : writeIdentityDocument(identityTypesOf(country), { type, number, checkDigit })

function shownTelephone({ lastSeven: _lastSeven, ...telephone }: TelephoneRow, country: string): Customer['telephones'][number] {
  return { ...telephone, shown: telephone.e164 === null ? telephone.original : writeTelephone(telephone.e164, telephone.extension, country) }
}
