import { civilOf, weekdayOf, type EpochDay } from '#kernel/day.ts'
import type { Random } from '#kernel/random.ts'
import { address, mobile, type DemoCustomer } from './customers.ts'
import { manName, personName } from './names.ts'
import type { BranchCode } from './places.ts'
import { BRANCHES } from './places.ts'
import type { DemoProduct } from './products.ts'

const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'] as const
const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const NUMBERS = ['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'] as const
const PLURALS = { cilindro: 'cilindros', pipeta: 'pipetas', termo: 'termos', equipo: 'equipos', tanque: 'tanques' } as const
/** What people of each coast and mountain also call a cylinder. */
const REGIONAL: Partial<Record<BranchCode, readonly string[]>> = { BAQ: ['cilindro', 'cilindro', 'tanque'], BOG: ['cilindro', 'cilindro', 'cilindro', 'tubo'], MDE: ['cilindro', 'cilindro', 'pipa'], BGA: ['cilindro', 'cilindro', 'botella'], CLO: ['cilindro', 'cilindro', 'tubo'] }
const FEMININE = ['pipeta', 'pipa', 'botella']

/** `at` of the case among all, never the same for two of them: what makes two texts with a number in them differ. */
export type Setting = { at: number; seed: number; day: EpochDay; customer: DemoCustomer; product: DemoProduct; reporter: number }

/** 7 digits, a different one for each case: the factor has no divisor in common with nine million. */
const numberOf = (at: number, seed: number, factor: number): number => 1_000_000 + ((at * factor + seed * 104_729) % 9_000_000)
const pesos = (amount: number): string => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.')

/**
 * The facts of a case, each made when a phrase first asks for it and the same from then on: a driver named in the complaint
 * has that name in the area's answer. `numbered` tells that a fact which no other case shares has been used.
 */
export class Facts {
  readonly told = new Map<string, string>()
  numbered = false
  readonly #setting: Setting
  readonly #random: Random

  constructor(setting: Setting, random: Random) {
    this.#setting = setting
    this.#random = random
  }

  get(name: string): string {
    const known = this.told.get(name)
    if (known !== undefined) return known
    const made = this.#make(name)
    this.told.set(name, made)
    return made
  }

  get at(): number {
    return this.#setting.at
  }

  /** Null where the text never said it. */
  used(name: string): string | null {
    return this.told.get(name) ?? null
  }

  get daysAgo(): number {
    return Number(this.get('daysAgo'))
  }

  #number(factor: number): number {
    this.numbered = true
    return numberOf(this.#setting.at, this.#setting.seed, factor)
  }

  #word(): string {
    const { product, customer } = this.#setting
    const known = this.told.get('#word')
    if (known) return known
    const word = product.container === 'cilindro' ? this.#random.pick(REGIONAL[customer.branch] ?? ['cilindro']) : product.container
    this.told.set('#word', word)
    return word
  }

  #mixture = () => this.get('gas').startsWith('mezcla')
  #feminine = () => FEMININE.includes(this.#word())
  #plural = () => { const word = this.#word(); return word in PLURALS ? PLURALS[word as keyof typeof PLURALS] : `${word}s` }
  #amount = () => Number(this.get('priceNumber')) * Number(this.get('many'))

  /** Long, flat on purpose: the dictionary of what phrases may name after a `$`. */
  #make(name: string): string {
    const { product, customer, day, reporter } = this.#setting
    const random = this.#random
    const contact = customer.contacts[reporter % customer.contacts.length]
    const site = customer.sites[reporter % customer.sites.length]
    switch (name) {
      case 'gas': return random.pick(product.said)
      case 'elGas': return `${this.#mixture() ? 'la' : 'el'} ${this.get('gas')}`
      case 'delGas': return `${this.#mixture() ? 'de la' : 'del'} ${this.get('gas')}`
      case 'alGas': return `${this.#mixture() ? 'a la' : 'al'} ${this.get('gas')}`
      case 'cyl': return this.#word()
      case 'cyls': return this.#plural()
      case 'un': return this.#feminine() ? 'una' : 'un'
      case 'el': return this.#feminine() ? 'la' : 'el'
      case 'del': return this.#feminine() ? 'de la' : 'del'
      case 'al': return this.#feminine() ? 'a la' : 'al'
      case 'los': return this.#feminine() ? 'las' : 'los'
      case 'o': return this.#feminine() ? 'a' : 'o'
      case 'os': return this.#feminine() ? 'as' : 'os'
      case 'lo': return this.#feminine() ? 'la' : 'lo'
      case 'este': return this.#feminine() ? 'esta' : 'este'
      case 'uno': return this.#feminine() ? 'una' : 'uno'
      case 'size': return product.size
      case 'product': return product.name
      case 'many': return String(random.pick([2, 2, 3, 3, 4, 4, 5, 6, 6, 8, 10, 12]))
      case 'manyWords': return NUMBERS[Number(this.get('many'))] ?? this.get('many')
      case 'fewer': return String(random.between(1, Number(this.get('many')) - 1))
      case 'missing': return String(Number(this.get('many')) - Number(this.get('fewer')))
      case 'serial': { const number = this.#number(5_640_817); return `${'KDHTXBMRP'[Math.floor(number / 1_000_000) - 1] ?? 'Z'}${String(number % 1_000_000).padStart(6, '0')}` }
      case 'order': return String(this.#number(5_564_477))
      case 'note': { const number = this.#number(7_411_823); return `${Math.floor(number / 100_000)}-${String(number % 100_000).padStart(5, '0')}` }
      case 'invoice': return `FE${this.#number(4_203_713)}`
      case 'call': return `${random.between(1, 4)}-${this.#number(8_061_413)}`
      case 'ours': return `${random.pick(['SC', 'RI', 'OC', 'REQ'])}-${this.#number(3_771_911)}`
      case 'quote': return `C-${this.#number(6_118_541)}`
      case 'lot': return `L${String(civilOf(day).year).slice(2)}${String(random.between(1, 52)).padStart(2, '0')}-${random.between(1, 9)}${random.pick(['A', 'B', 'C', 'D'])}${random.between(10, 99)}`
      case 'past': { const year = civilOf(day - 20).year; return `${customer.branch}-${year}-${String(1 + (numberOf(this.#setting.at, this.#setting.seed, 3_333_331) % 4_000)).padStart(6, '0')}` }
      case 'daysAgo': { const ago = random.pick([0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 12]); return String(weekdayOf(day - ago) === 7 ? ago + 1 : ago) }
      case 'when': return this.#when(this.daysAgo)
      case 'since': { const ago = Math.max(1, this.daysAgo); return ago === 1 ? 'desde ayer' : ago < 7 ? random.pick([`desde el ${WEEKDAYS[weekdayOf(day - ago) - 1]}`, `hace ${NUMBERS[ago]} días`]) : random.pick([`desde el ${this.#civil(day - ago)}`, `desde hace ${NUMBERS[ago] ?? ago} días`, 'desde la semana pasada']) }
      case 'days': return NUMBERS[Math.max(2, this.daysAgo)] ?? String(this.daysAgo)
      case 'date': return this.#civil(day - Math.max(1, this.daysAgo))
      case 'shortDate': { const { month, day: of } = civilOf(day - Math.max(1, this.daysAgo)); return `${of}/${String(month).padStart(2, '0')}` }
      case 'soon': return random.pick(['mañana', WEEKDAYS[weekdayOf(this.#workday(day + random.between(1, 4))) - 1] ? `el ${WEEKDAYS[weekdayOf(this.#workday(day + 2)) - 1]}` : 'mañana', 'mañana a primera hora', 'esta tarde', `el ${this.#civil(this.#workday(day + 4))}`])
      case 'weekday': return WEEKDAYS[random.below(5)] ?? 'lunes'
      case 'month': { const { month } = civilOf(day - random.pick([15, 30, 45])); return MONTHS[month - 1] ?? 'enero' }
      case 'lastYear': return String(civilOf(day).year - 1)
      case 'year': return String(civilOf(day).year)
      case 'hour': return random.pick([`las ${random.between(7, 11)} de la mañana`, `las ${random.between(2, 5)} de la tarde`, `las ${random.between(7, 11)}:${random.pick(['15', '30', '40', '45', '20'])}`, `las ${random.between(2, 5)} y media`, 'el mediodía', `las ${random.between(1, 5)}:${random.pick(['10', '25', '50'])} p. m.`])
      case 'driver': return random.pick([this.get('driverGiven'), `don ${this.get('driverGiven')}`, `el señor ${this.get('driverGiven')}`, `un muchacho ${this.get('driverGiven')}`])
      case 'driverGiven': return manName(random).given
      case 'driverFull': return `${this.get('driverGiven')} ${manName(random).surname}`
      case 'plate': return String(random.between(102, 987))
      case 'agent': return random.pick([`la señorita ${this.get('agentGiven')}`, `una niña ${this.get('agentGiven')}`, this.get('agentGiven'), `la asesora ${this.get('agentGiven')}`])
      case 'agentGiven': return random.pick(['Paola', 'Lorena', 'Yuliana', 'Tatiana', 'Leidy', 'Carolina', 'Daniela', 'Marcela', 'Vanessa', 'Angie', 'Stefany', 'Milena'])
      case 'rep': return random.pick([this.get('repGiven'), `el asesor ${this.get('repGiven')}`, `${this.get('repGiven')}, el comercial`, `el ingeniero ${this.get('repGiven')}`])
      case 'repGiven': return manName(random).given
      case 'person': return personName(random).full
      case 'me': return contact?.name ?? customer.name
      case 'meGiven': return contact?.given ?? customer.name
      case 'meCalled': return `${contact?.woman ? (random.chance(0.5) ? 'la señora' : 'la sra.') : random.pick(['el señor', 'el sr.', 'don'])} ${contact?.name ?? customer.name}`
      case 'post': return (contact?.post ?? '').toLowerCase()
      case 'company': return customer.name
      case 'ofCompany': return customer.kind === 'company' ? ` de ${customer.name}` : ''
      case 'iAm': return customer.kind === 'company' ? `${this.get('me')}, ${this.get('post')} de ${customer.name}` : this.get('me')
      case 'whence': return customer.kind === 'company' ? customer.name : this.get('quarter')
      case 'idNumber': return customer.idNumber
      case 'quarter': return site?.quarter ?? customer.branch
      case 'city': return site?.city ?? ''
      case 'site': return site && site.name !== 'Principal' ? site.name : random.pick(['la sede principal', 'la bodega', 'la obra', 'la sede de siempre'])
      case 'address': return site?.address ?? address(random)
      case 'otherAddress': return address(random)
      case 'phone': return mobile(random)
      case 'mail': return contact?.email || `${random.pick(['pagos', 'compras', 'facturas', 'recepcion'])}${random.between(1, 99)}@example.com`
      case 'years': return NUMBERS[random.between(2, 12)] ?? 'tres'
      case 'times': return random.pick(['dos', 'tres', 'tres', 'cuatro', 'cinco', 'como cuatro', 'no sé cuántas'])
      case 'minutes': return String(random.pick([10, 12, 15, 20, 25, 30, 35, 40, 45]))
      case 'amount': return `${random.pick(['$', '$ '])}${pesos(Number(this.get('amountNumber')))}`
      case 'amountNumber': return String(this.#amount())
      case 'priceNumber': return String(Math.round((product.price * (0.92 + random.next() * 0.2)) / 100) * 100)
      case 'price': return `$${pesos(Number(this.get('priceNumber')))}`
      case 'oldPrice': return `$${pesos(Math.round(Number(this.get('priceNumber')) * (0.78 + random.next() * 0.14) / 100) * 100)}`
      case 'tip': return random.pick(['$5.000', '$10.000', '10 mil pesos', '5 mil', '$8.000', '20 mil pesos'])
      case 'psi': return String(random.between(3, 11) * 100)
      case 'kilos': return (random.between(40, 160) / 10).toFixed(1).replace('.', ',')
      case 'ppm': return String(random.between(12, 90))
      case 'testYear': return `${random.pick(['02', '04', '05', '07', '09', '11'])}/${random.between(2008, 2016)}`
      case 'bank': return random.pick(['transferencia', 'consignación', 'PSE', 'cheque', 'corresponsal bancario'])
      case 'people': return String(random.between(6, 40))
      case 'branchCity': return BRANCHES.find((branch) => branch.code === customer.branch)?.city ?? ''
      case 'en': return product.english
      case 'whenEn': return this.daysAgo < 2 ? random.pick(['yesterday', 'this morning']) : this.daysAgo < 7 ? `last ${WEEKDAYS_EN[weekdayOf(day - this.daysAgo) - 1]}` : `on ${civilOf(day - this.daysAgo).day} ${MONTHS_EN[civilOf(day - this.daysAgo).month - 1]}`
      default: throw new RangeError(`no fact named ${name}`)
    }
  }

  #when(ago: number): string {
    const { day } = this.#setting
    const random = this.#random
    if (ago === 0) return random.pick(['hoy', 'esta mañana', 'hoy temprano'])
    if (ago === 1) return random.pick(['ayer', 'ayer', 'ayer en la tarde', 'ayer por la mañana'])
    if (ago < 7) return random.pick([`el ${WEEKDAYS[weekdayOf(day - ago) - 1]}`, `el ${WEEKDAYS[weekdayOf(day - ago) - 1]}`, `el ${WEEKDAYS[weekdayOf(day - ago) - 1]} ${civilOf(day - ago).day}`, `el ${this.#civil(day - ago)}`])
    return random.pick([`el ${this.#civil(day - ago)}`, `el ${civilOf(day - ago).day}/${String(civilOf(day - ago).month).padStart(2, '0')}`, 'la semana pasada', `el ${WEEKDAYS[weekdayOf(day - ago) - 1]} de la otra semana`])
  }

  #civil(of: EpochDay): string {
    const { month, day } = civilOf(of)
    return `${day} de ${MONTHS[month - 1]}`
  }

  #workday(of: EpochDay): EpochDay {
    const weekday = weekdayOf(of)
    return weekday > 5 ? of + 8 - weekday : of
  }
}
