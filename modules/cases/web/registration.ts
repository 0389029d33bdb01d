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
  customer: FoundCustomer | null
  newCustomer: { kind: 'company' | 'person'; name: string; idNumber: string } | null
  anonymous: boolean
  reporter: { name: string; telephone: string; email: string }
  description: string
  product: { id: string; label: string } | null
  serial: string
  orderNumber: string
  place: string
  wishedOutcome: string
  cause: { id: string; label: string } | null
  severity: Severity | ''
  branchId: string
  receivedOn: string | null
  receivedTime: string
  personalData: boolean
  consumer: boolean
  files: { id: string; name: string; size: number }[]
}

export const emptyRegistration = (branchId = ''): Registration => ({
  id: newId(), kind: 'claim', channel: 'telephone', stage: 'after-sale', customer: null, newCustomer: null, anonymous: false,
  reporter: { name: '', telephone: '', email: '' }, description: '', product: null, serial: '', orderNumber: '', place: '', wishedOutcome: '', cause: null, severity: '', branchId,
  receivedOn: null, receivedTime: '', personalData: false, consumer: false, files: [],
})

type Body = AskedOf<typeof RegisterCase>['body']

/** As the contract asks it; what was left empty is not said. */
export function bodyOf(r: Registration, language: 'es' | 'en', instantOf: (day: string, time: string) => string): Body {
  const said = (value: string) => value.trim() || undefined
  return {
    id: r.id, kind: r.kind, channel: r.channel, stage: r.stage, description: r.description, customer: customerOf(r), reporter: reporterOf(r), language,
    productId: r.product?.id, serial: said(r.serial), orderNumber: said(r.orderNumber), place: said(r.place), wishedOutcome: said(r.wishedOutcome),
    causeId: r.cause?.id, severity: r.severity || undefined, branchId: r.branchId || undefined,
    receivedAt: r.receivedOn ? instantOf(r.receivedOn, r.receivedTime || '12:00') : undefined,
    personalData: r.personalData, consumer: r.consumer, files: r.files.map(({ id }) => id),
  }
}

function customerOf({ customer, newCustomer, anonymous, reporter }: Registration): Body['customer'] {
  if (customer) return { status: 'known', customerId: customer.id }
  const contact = { telephone: reporter.telephone.trim() || undefined, email: reporter.email.trim() || undefined }
  if (newCustomer) return { status: 'new', kind: newCustomer.kind, name: newCustomer.name, idNumber: newCustomer.idNumber || undefined, ...contact }
  if (anonymous || !reporter.name.trim()) return { status: 'anonymous' }
  return { status: 'third-party', onBehalfOf: reporter.name }
}

function reporterOf({ reporter, anonymous }: Registration): Body['reporter'] {
  const { name, telephone, email } = reporter
  if (anonymous || !(name.trim() || telephone.trim() || email.trim())) return undefined
  return { name, telephone, email: email.trim() || undefined }
}
