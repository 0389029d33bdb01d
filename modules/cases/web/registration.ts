import type { AskedOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import type { Channel, Kind, RegisterCase, Severity, Stage } from '../contract.ts'
import type { FoundCustomer } from './WhoField.tsx'

/** What is being typed; kept as a draft until it is registered. The id is the case's own from the start: sent twice, it is one case. */
export type Registration = {
  id: string
  kind: Kind
  channel: Channel
  stage: Stage
  /** Typed in search of the customer, and nobody chosen yet. */
  who: string
  customer: FoundCustomer | null
  siteId: string
  newCustomer: { kind: 'company' | 'person'; name: string; idNumber: string } | null
  anonymous: boolean
  reporter: { name: string; telephone: string; email: string }
  /** Of whoever calls for another: for whom, and what they are to them. */
  speaksFor: { name: string; relation: string } | null
  description: string
  product: { id: string; label: string } | null
  serial: string
  orderNumber: string
  place: string
  wishedOutcome: string
  cause: { id: string; label: string } | null
  area: { id: string; label: string } | null
  severity: Severity | ''
  branchId: string
  /** The branch was chosen by hand: it does not follow the customer. */
  branchByHand: boolean
  incidentOn: string | null
  receivedOn: string | null
  receivedTime: string
  /** What decides its terms. */
  subjects: string[]
  flags: string[]
  personalData: boolean
  consumer: boolean
  files: { id: string; name: string; size: number }[]
}

export const emptyRegistration = (branchId = ''): Registration => ({
  id: newId(), kind: 'claim', channel: 'telephone', stage: 'after-sale', who: '', customer: null, siteId: '', newCustomer: null, anonymous: false,
  reporter: { name: '', telephone: '', email: '' }, speaksFor: null, description: '', product: null, serial: '', orderNumber: '', place: '', wishedOutcome: '', cause: null, area: null, severity: '', branchId, branchByHand: false, incidentOn: null,
  receivedOn: null, receivedTime: '', subjects: [], flags: [], personalData: false, consumer: false, files: [],
})

/** Whom it is about now; the branch that serves them comes along where one may register in it. */
export const withCustomer = (r: Registration, customer: FoundCustomer | null, own: readonly string[]): Partial<Registration> => ({ customer, siteId: '', ...branchOf(r, customer, own) })

/** Where of theirs it happened; a site may be served by another branch than its customer. */
export const withSite = (r: Registration, site: { id: string; branchId: string | null } | null, own: readonly string[]): Partial<Registration> =>
  ({ siteId: site?.id ?? '', ...branchOf(r, site?.branchId ? site : r.customer, own) })

function branchOf({ branchByHand }: Registration, served: { branchId?: string | null } | null, own: readonly string[]): Partial<Registration> {
  const branchId = served?.branchId
  return branchId && !branchByHand && own.includes(branchId) ? { branchId } : {}
}

type Body = AskedOf<typeof RegisterCase>['body']

/** As the contract asks it; what was left empty is not said. */
export function bodyOf(r: Registration, language: 'es' | 'en', momentOf: (day: string, time: string) => string): Body {
  const said = (value: string) => value.trim() || undefined
  return {
    id: r.id, kind: r.kind, channel: r.channel, stage: r.stage, description: r.description, customer: customerOf(r), reporter: reporterOf(r), language,
    productId: r.product?.id, serial: said(r.serial), orderNumber: said(r.orderNumber), place: said(r.place), wishedOutcome: said(r.wishedOutcome),
    causeId: r.cause?.id, areaId: r.area?.id, severity: r.severity || undefined, branchId: r.branchId || undefined, incidentOn: r.incidentOn ?? undefined,
    receivedAt: r.receivedOn ? momentOf(r.receivedOn, r.receivedTime) : undefined,
    subjects: r.subjects, flags: r.flags, personalData: r.personalData, consumer: r.consumer, files: r.files.map(({ id }) => id),
  }
}

function customerOf({ customer, siteId, newCustomer, anonymous, reporter, speaksFor }: Registration): Body['customer'] {
  if (newCustomer) {
    // What was written of whoever speaks for them is not theirs.
    const contact = speaksFor ? {} : { telephone: reporter.telephone.trim() || undefined, email: reporter.email.trim() || undefined }
    return { status: 'new', kind: newCustomer.kind, name: newCustomer.name, idNumber: newCustomer.idNumber || undefined, ...contact }
  }
  const whose = customer && { customerId: customer.id, siteId: siteId || undefined }
  if (speaksFor && !anonymous) return { status: 'third-party', onBehalfOf: speaksFor.name.trim() || (customer?.label ?? ''), ...whose }
  // A caller's name makes no third party of them: they speak for themselves, and whose customer they are is not known yet.
  return whose ? { status: 'known', ...whose } : { status: 'anonymous' }
}

function reporterOf({ reporter, anonymous, speaksFor }: Registration): Body['reporter'] {
  const { name, telephone, email } = reporter
  const relation = speaksFor?.relation.trim() || undefined
  if (anonymous || !(name.trim() || telephone.trim() || email.trim() || relation)) return undefined
  return { name, telephone, email: email.trim() || undefined, relation }
}
