import { nitCheckDigit } from '#kernel/nit.ts'
import { Random, Weighted } from '#kernel/random.ts'
import { BRANCHES, type BranchCode, type DemoBranch } from './places.ts'
import { companyName } from './company-names.ts'
import { foreignName, mailWord, personName, type PersonName } from './names.ts'
import type { Segment } from './products.ts'

export type DemoTelephone = { original: string }
export type DemoContact = { name: string; given: string; woman: boolean; post: string; email: string; telephone: string; language: 'es' | 'en' }
export type DemoSite = { name: string; address: string; city: string; quarter: string }
/**
 * An invented customer. Nobody's number: NITs lie in a range that the DIAN has not reached, identity cards above the last one
 * given, telephones have 555 in the middle, mails are of the domains reserved for examples (RFC 2606).
 */
export type DemoCustomer = {
  /** Code in the commercial system: C00001 … */
  code: string
  kind: 'company' | 'person'
  name: string
  idType: 'NIT' | 'CC'
  /** NIT with its check digit after a hyphen. */
  idNumber: string
  segment: Segment
  branch: BranchCode
  email: string
  telephones: readonly DemoTelephone[]
  sites: readonly DemoSite[]
  contacts: readonly DemoContact[]
}

const SEGMENTS = new Weighted<Segment>([['workshop', 24], ['welder', 13], ['clinic', 13], ['restaurant', 15], ['household', 11], ['laboratory', 6], ['plant', 7], ['hotel', 4], ['farm', 4], ['homecare', 3]])
const PLACES = new Weighted<DemoBranch>(BRANCHES.map((branch) => [branch, branch.weight]))
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const
const MOBILE = ['300', '301', '302', '304', '305', '310', '311', '312', '313', '314', '315', '316', '317', '318', '320', '321', '322', '323', '350'] as const
const PEOPLE: readonly Segment[] = ['welder', 'household', 'homecare']
/** `@` is o or a, `%` nothing or a, by who holds it. */
const POSTS: Record<Segment, readonly string[]> = {
  clinic: ['Regente de farmacia', 'Jefe de compras', 'Ingenier@ biomédic@', 'Coordinador% de servicios generales', 'Químic@ farmacéutic@', 'Almacenista'],
  homecare: ['Familiar del paciente', 'Cuidador%'],
  workshop: ['Propietari@', 'Jefe de taller', 'Almacenista', 'Administrador%', 'Auxiliar contable'],
  welder: ['Titular'],
  restaurant: ['Administrador%', 'Chef', 'Propietari@', 'Auxiliar de compras'],
  hotel: ['Jefe de mantenimiento', 'Jefe de alimentos y bebidas', 'Jefe de compras'],
  laboratory: ['Analista de cromatografía', 'Coordinador% de laboratorio', 'Compras', 'Metrólog@'],
  plant: ['Jefe de mantenimiento', 'Supervisor% de planta', 'Compras', 'Coordinador% SST', 'Tesorería'],
  farm: ['Administrador%', 'Veterinari@', 'Propietari@'],
  household: ['Titular'],
}

const made = new Map<string, readonly DemoCustomer[]>()

/** The customers of a seed: always the same; a longer list begins with the shorter one. */
export function customers(seed = 1, count = 2_000): readonly DemoCustomer[] {
  const key = `${seed}/${count}`
  const known = made.get(key)
  if (known) return known
  const list: DemoCustomer[] = []
  const names = new Set<string>()
  for (let at = 0; at < count; at++) list.push(customer(seed, at, names))
  made.set(key, list)
  return list
}

/** What is written on invoices is unique in practice; two workshops of one name differ by their owner's surname. */
function customer(seed: number, at: number, names: Set<string>): DemoCustomer {
  const random = new Random(seed, at, 11)
  const made = invent(random, at, SEGMENTS.pick(random), PLACES.pick(random), names)
  names.add(made.name)
  return made
}

const NOT_YET = 1_000_000

/** Somebody who asks for prices or an account and is no customer yet: of the same trade and branch as one, by no name that a customer has. */
export function prospect(seed: number, at: number, { segment, branch }: DemoCustomer): DemoCustomer {
  const place = BRANCHES.find(({ code }) => code === branch) ?? BRANCHES[0]!
  return { ...invent(new Random(seed, at, 12), NOT_YET + at, segment, place, namesOf(seed)), code: '' }
}

const named = new Map<number, ReadonlySet<string>>()
function namesOf(seed: number): ReadonlySet<string> {
  const names = named.get(seed) ?? new Set(customers(seed).map(({ name }) => name))
  named.set(seed, names)
  return names
}

function invent(random: Random, at: number, segment: Segment, branch: DemoBranch, names: ReadonlySet<string>): DemoCustomer {
  const person = PEOPLE.includes(segment)
  const owner = personName(random)
  const name = person ? owner.full : freshName(segment, random, names)
  const foreign = random.chance(segment === 'plant' ? 0.5 : segment === 'laboratory' ? 0.2 : 0)
  const domain = random.pick(DOMAINS)
  const contacts = Array.from({ length: person ? 1 : random.between(1, 3) }, (_, nth) => contact(random, segment, person ? owner : foreign && nth < 2 ? foreignName(random) : personName(random), domain, foreign && nth < 2))
  return {
    code: `C${String(at + 1).padStart(5, '0')}`,
    kind: person ? 'person' : 'company',
    name,
    ...identity(at, person),
    segment,
    branch: branch.code,
    email: person ? (contacts[0]?.email ?? '') : random.chance(0.9) ? `${random.pick(['compras', 'facturacion', 'contabilidad', 'administracion'])}@${mailWord(name).slice(0, 24)}.example` : '',
    telephones: telephones(random, branch, person),
    sites: Array.from({ length: person || random.chance(0.72) ? 1 : random.between(2, 4) }, (_, nth) => site(random, branch, nth)),
    contacts,
  }
}

function freshName(segment: Segment, random: Random, taken: ReadonlySet<string>): string {
  let name = companyName(segment, random)
  for (let tries = 0; taken.has(name); tries++) name = companyName(segment, random, tries > 3)
  return name
}

function identity(at: number, person: boolean): Pick<DemoCustomer, 'idType' | 'idNumber'> {
  // Multiplied so that neighbours do not follow one another; the factors have no divisor in common with the range.
  if (person) return { idType: 'CC', idNumber: String(1_500_000_000 + ((at * 7_368_787) % 99_999_989)) }
  const number = String(960_000_000 + ((at * 5_640_817) % 39_999_983))
  return { idType: 'NIT', idNumber: `${number}-${nitCheckDigit(number)}` }
}

function contact(random: Random, segment: Segment, who: PersonName, domain: string, foreign: boolean): DemoContact {
  const email = random.chance(0.85) ? `${mailWord(who.given.split(' ')[0] ?? '')}.${mailWord(who.surname)}${random.between(1, 99)}@${domain}` : ''
  return { name: who.full, given: who.given, woman: who.woman, post: foreign ? 'Gerente de planta' : random.pick(POSTS[segment]).replaceAll('@', who.woman ? 'a' : 'o').replace('%', who.woman ? 'a' : ''), email, telephone: mobile(random), language: foreign ? 'en' : 'es' }
}

const digits = (random: Random, count: number) => String(random.below(10 ** count)).padStart(count, '0')
export const mobile = (random: Random): string => {
  const prefix = random.pick(MOBILE)
  return random.chance(0.5) ? `${prefix} 555 ${digits(random, 4)}` : `${prefix}555${digits(random, 4)}`
}

/** Bases of before 2021 still hold fixed numbers of seven digits, with or without their area in brackets. */
function telephones(random: Random, { area }: DemoBranch, person: boolean): DemoTelephone[] {
  const seven = `555 ${digits(random, 4)}`
  const fixed = random.pick([`60${area} ${seven}`, `60${area}${seven.replace(' ', '')}`, seven, seven.replace(' ', ''), `(${area}) ${seven}`, `(60${area}) ${seven} ext. ${random.between(101, 240)}`])
  const list: DemoTelephone[] = []
  if (!person || random.chance(0.3)) list.push({ original: fixed })
  if (person || random.chance(0.7)) list.push({ original: mobile(random) })
  return list
}

const STREETS = ['Calle', 'Carrera', 'Cl.', 'Cra.', 'Kr', 'Diagonal', 'Transversal', 'Avenida Calle'] as const
export function address(random: Random): string {
  const letter = random.chance(0.3) ? random.pick(['A', 'B', 'C', ' Sur', ' Bis']) : ''
  const inside = random.chance(0.25) ? random.pick([', local 2', ', bodega 4', ', piso 1', ', interior 3', ', local 118', ', casa 14']) : ''
  return `${random.pick(STREETS)} ${random.between(3, 172)}${letter} # ${random.between(2, 98)}${random.chance(0.2) ? 'A' : ''}-${random.between(3, 97)}${inside}`
}

function site(random: Random, branch: DemoBranch, nth: number): DemoSite {
  const town = random.chance(0.25)
  const quarter = random.pick(branch.quarters)
  const city = town ? random.pick(branch.towns) : branch.city
  const name = nth === 0 ? 'Principal' : random.pick(['Sede Norte', 'Sede Sur', 'Bodega', 'Sede Centro', 'Planta 2', `Sede ${town ? city : quarter.replace(/^(el|la) (barrio |zona industrial de )?/, '')}`])
  return { name, address: address(random), city, quarter: town ? city : quarter }
}
