import { dayText, epochDayOf, type DayText, type EpochDay } from '#kernel/day.ts'
import { Random, Weighted } from '#kernel/random.ts'
import type { Channel, Kind, Severity } from '#modules/cases/contract.ts'
import { ANY_GAS, LEAVES, type Leaf } from './causes.ts'
import { compose, composeEnglish } from './compose.ts'
import { customers, prospect, type DemoCustomer } from './customers.ts'
import { Facts } from './facts.ts'
import type { Speaker, Voice } from './grammar.ts'
import type { BranchCode } from './places.ts'
import { PRODUCTS, type DemoProduct, type Segment } from './products.ts'
import { sayOne } from './grammar.ts'
import { ENGLISH_TEXTS, TEXTS } from './texts/all.ts'
import type { Temper } from './texts/frame.ts'

/** A case as it came in: who, about what, in which words. Everything in it is invented. `at`: its place among all, from 0. */
export type WrittenCase = {
  at: number
  kind: Kind
  channel: Channel
  stage: 'pre-sale' | 'sale' | 'after-sale'
  severity: Severity
  language: 'es' | 'en'
  temper: Temper
  cause: string
  branch: BranchCode
  title: string
  description: string
  wishedOutcome: string
  /** Code of a product; null where the words are about none. */
  product: string | null
  serial: string
  orderNumber: string
  place: string
  incidentOn: DayText | null
  customer: { status: 'known'; code: string } | { status: 'new'; kind: 'company' | 'person'; name: string; telephone: string } | { status: 'anonymous' } | { status: 'third-party'; onBehalfOf: string; code: string }
  reporter: { name: string; telephone: string; email: string; relation: string }
  personalData: boolean
  /** Pesos in dispute, where the words name a sum. */
  amount: number | null
}

/** What the rest of a case is told with: the same people, numbers and goods. */
export type Story = { written: WrittenCase; leaf: Leaf; product: DemoProduct; customer: DemoCustomer; facts: Facts }

type Asked = { day?: EpochDay; about?: number }

const SEGMENT_WEIGHT: Record<Segment, number> = { clinic: 22, workshop: 21, restaurant: 13, plant: 11, welder: 9, household: 8, laboratory: 8, hotel: 4, farm: 4, homecare: 4 }
const SEGMENTS = Object.keys(SEGMENT_WEIGHT) as Segment[]

const fitting = (segment: Segment, leaf: Leaf): DemoProduct[] => PRODUCTS.filter((product) => (product.segments[segment] ?? 0) > 0 && (leaf.families ?? ANY_GAS).includes(product.family))

/** Who may say what about which product, and how often: decided once, so that a case costs one draw. */
const MATTERS = new Weighted(LEAVES.flatMap((leaf) => {
  const able = SEGMENTS.filter((segment) => (leaf.segments === null || leaf.segments.includes(segment)) && fitting(segment, leaf).length > 0)
  const total = able.reduce((sum, segment) => sum + SEGMENT_WEIGHT[segment], 0)
  return able.map((segment) => [{ leaf, segment, products: new Weighted(fitting(segment, leaf).map((product) => [product, product.segments[segment] ?? 0])) }, (leaf.weight * SEGMENT_WEIGHT[segment]) / total] as const)
}))

const CHANNELS: Record<'company' | 'person', Weighted<Channel>> = {
  company: new Weighted<Channel>([['telephone', 43], ['mail', 25], ['whatsapp', 14], ['visit', 5], ['web', 7], ['driver', 3], ['letter', 3]]),
  person: new Weighted<Channel>([['telephone', 47], ['mail', 6], ['whatsapp', 27], ['visit', 13], ['web', 5], ['driver', 1], ['letter', 1]]),
}
const TEMPERS: Record<'request' | 'trouble' | 'voice', Weighted<Temper>> = {
  request: new Weighted<Temper>([['calm', 58], ['terse', 30], ['rambling', 12]]),
  trouble: new Weighted<Temper>([['calm', 37], ['angry', 27], ['ironic', 9], ['terse', 15], ['rambling', 12]]),
  voice: new Weighted<Temper>([['calm', 64], ['terse', 20], ['rambling', 16]]),
}
const PRE_SALE = ['GEC.SOL.COT', 'GEC.SOL.VIN']
const FIRST_DAY = epochDayOf(2024, 12, 1)

const bySegment = new Map<number, Map<Segment, readonly DemoCustomer[]>>()
function customersOf(seed: number, segment: Segment): readonly DemoCustomer[] {
  let table = bySegment.get(seed)
  if (!table) {
    table = new Map(SEGMENTS.map((each) => [each, customers(seed).filter((customer) => customer.segment === each)]))
    bySegment.set(seed, table)
  }
  return table.get(segment) ?? []
}

/** A few customers call often, most seldom: the square of an even draw. */
const pickCustomer = (random: Random, from: readonly DemoCustomer[]): DemoCustomer => from[Math.floor(random.next() ** 1.7 * from.length)] as DemoCustomer

/**
 * The case at place `at`, by itself: no other needs to be written first, and the same for ever for the same seed. `day`: when
 * it is told, which dates in the words go by; `about`: the earlier case that the same customer tells again.
 */
export const writeCase = (at: number, seed = 1, asked: Asked = {}): WrittenCase => tell(at, seed, asked).written

export function tell(at: number, seed: number, { day, about }: Asked = {}): Story {
  const random = new Random(seed, at, 1)
  // Drawn from the earlier case's own stream, in the same order, it is the same matter.
  const matters = about === undefined ? random : new Random(seed, about, 1)
  const { leaf, segment, products } = MATTERS.pick(matters)
  const product = products.pick(matters)
  const status = statusOf(leaf, new Random(seed, about ?? at, 7))
  const picked = pickCustomer(matters, customersOf(seed, segment))
  const customer = status === 'new' ? prospect(seed, about ?? at, picked) : picked
  const reporter = random.below(12)
  const told = day ?? FIRST_DAY + random.below(730)
  const facts = new Facts({ at: about ?? at, seed, day: told, customer, product, reporter }, random)
  const contact = customer.contacts[reporter % customer.contacts.length]
  const kind = leaf.kinds[0] ?? 'request'
  const english = contact?.language === 'en' && ENGLISH_TEXTS.has(leaf.code)
  const channel = english ? random.pick<Channel>(['mail', 'mail', 'mail', 'web']) : about === undefined ? CHANNELS[customer.kind].pick(random) : random.pick<Channel>(['whatsapp', 'mail', 'telephone', 'web'])
  const temper = TEMPERS[kind === 'request' ? 'request' : kind === 'complaint' || kind === 'claim' ? 'trouble' : 'voice'].pick(random)
  const description = english ? composeEnglish({ leaf, random, facts, temper }) : compose({ leaf, random, facts, temper, channel, segment, person: customer.kind === 'person', nameless: status === 'anonymous', newcomer: status === 'new', again: about !== undefined })
  const speaker: Speaker = { pick: (below) => random.below(below), voice: 1 satisfies Voice, fact: (name) => facts.get(name) }
  const order = facts.used('order') ?? facts.used('note') ?? facts.used('invoice')
  const site = customer.sites[reporter % customer.sites.length]
  const written: WrittenCase = {
    at,
    kind,
    channel,
    stage: PRE_SALE.includes(leaf.code) ? 'pre-sale' : leaf.code.startsWith('ENT.SOL') ? 'sale' : 'after-sale',
    severity: leaf.severity === 'normal' && temper === 'angry' && leaf.stops && random.chance(0.3) ? 'high' : leaf.severity,
    language: english ? 'en' : 'es',
    temper,
    cause: leaf.code,
    branch: customer.branch,
    title: channel === 'telephone' || channel === 'visit' ? title(leaf, facts) : '',
    description,
    wishedOutcome: !english && (kind === 'claim' || kind === 'complaint') && random.chance(0.3) ? clean(sayOne(TEXTS.get(leaf.code)?.asks ?? [], speaker)) : '',
    product: facts.used('gas') || facts.used('product') || facts.used('en') || facts.used('#word') ? product.code : null,
    serial: leaf.serialRequired ? facts.get('serial') : (facts.used('serial') ?? ''),
    orderNumber: order ?? '',
    place: site && random.chance(0.45) ? `${site.address}, ${site.city}` : '',
    incidentOn: facts.used('daysAgo') === null || kind === 'request' ? null : dayText(told - facts.daysAgo),
    customer: asCustomer(status, customer, facts.used('phone') ?? contact?.telephone ?? ''),
    reporter: status === 'anonymous' ? { name: '', telephone: '', email: '', relation: '' } : { name: contact?.name ?? customer.name, telephone: facts.used('phone') ?? contact?.telephone ?? '', email: facts.used('mail') ?? contact?.email ?? '', relation: contact?.post ?? '' },
    personalData: leaf.code.startsWith('DAT.'),
    amount: facts.used('amountNumber') === null ? null : Number(facts.get('amountNumber')),
  }
  return { written, leaf, product, customer, facts }
}

function statusOf(leaf: Leaf, random: Random): WrittenCase['customer']['status'] {
  if (PRE_SALE.includes(leaf.code)) return random.chance(0.5) ? 'new' : 'known'
  if (leaf.code === 'SSM.INC.VEC') return random.chance(0.4) ? 'anonymous' : 'third-party'
  if (leaf.code.startsWith('ENT.CON') && random.chance(0.06)) return 'anonymous'
  return random.chance(0.015) ? 'third-party' : 'known'
}

function asCustomer(status: WrittenCase['customer']['status'], customer: DemoCustomer, telephone: string): WrittenCase['customer'] {
  switch (status) {
    case 'known': return { status, code: customer.code }
    case 'new': return { status, kind: customer.kind, name: customer.name, telephone }
    case 'anonymous': return { status }
    case 'third-party': return { status, onBehalfOf: customer.name, code: customer.code }
    default: return status satisfies never
  }
}

function title(leaf: Leaf, facts: Facts): string {
  const gas = facts.used('gas')
  return gas && gas !== 'gas' && !leaf.name.toLowerCase().includes(gas) ? `${leaf.name}: ${gas}` : leaf.name
}

const clean = (text: string): string => {
  const plain = text.replace(/^que /, '').replace(/ {2,}/g, ' ').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
