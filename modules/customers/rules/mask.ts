import type { Actor } from '#kernel/actor.ts'
import type { Customer, CustomerHit } from '../contract.ts'

/** A supplier's people serve with what they need: documents, telephones and addresses are shown in part. */
export const seesMasked = ({ kind, grants }: Pick<Actor, 'kind' | 'grants'>): boolean =>
  kind !== 'system' && grants.length > 0 && grants.every(({ supplierId }) => supplierId !== null)

/** The last three letters or digits stay, so that two numbers can be told apart. */
export const maskNumber = (text: string): string => {
  const kept = Array.from(text.matchAll(/[\p{L}\d]/gu)).at(-3)?.index ?? text.length
  return text.slice(0, kept).replace(/[\p{L}\d]/gu, '•') + text.slice(kept)
}
export const maskAddress = (address: string): string => address.replace(/^(.).*(?=@)/u, '$1•••')

/** Whom the caller knows by the whole number they typed, by that number they may be seen. */
export function maskHit(hit: CustomerHit, wholeNumber: string | null): CustomerHit {
  const knows = (text: string | null) => text !== null && wholeNumber !== null && text.replace(/\D/g, '') === wholeNumber
  return {
    ...hit,
    identity: hit.identity && !(hit.why === 'identity' && knows(hit.matched)) ? maskNumber(hit.identity) : hit.identity,
    matched: hit.matched && masksOf(hit.why) && !knows(hit.matched) && hit.why !== 'telephone' ? mask(hit.matched) : hit.matched,
  }
}

const masksOf = (why: CustomerHit['why']) => why === 'telephone' || why === 'telephone-candidate' || why === 'identity' || why === 'email' || why === 'digits'
const mask = (text: string) => (text.includes('@') ? maskAddress(text) : maskNumber(text))

export function maskCustomer(customer: Customer): Customer {
  return {
    ...customer,
    masked: true,
    identity: customer.identity && maskNumber(customer.identity),
    identityNumber: customer.identityNumber && maskNumber(customer.identityNumber),
    telephones: customer.telephones.map((one) => ({
      ...one, original: maskNumber(one.original), shown: maskNumber(one.shown), e164: one.e164 && maskNumber(one.e164), candidates: one.candidates.map(maskNumber),
    })),
    emails: customer.emails.map((one) => ({ ...one, address: maskAddress(one.address) })),
  }
}
