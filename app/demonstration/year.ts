import { addBusinessMinutes, workingInstantAfter } from '#kernel/business-time.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { DAY_MS, type EpochDay } from '#kernel/day.ts'
import { Random } from '#kernel/random.ts'
import { CO_HOLIDAYS } from '#modules/calendars/packs/CO-holidays.ts'
import { PROPOSED_TARGETS } from '#modules/cases/rules/targets.ts'
import { LEAVES } from './causes.ts'
import { APPROVAL_ABOVE } from './company.ts'
import { writeHandling, type Handling } from './handling.ts'
import { BRANCHES, type AreaCode, type BranchCode } from './places.ts'
import { minuteOf, Seasons } from './seasons.ts'
import { BRANCH_AGENTS, DESK_AGENTS, LINE_AGENTS, RESPONDERS, STAFF, TITULARS } from './staff.ts'
import type { Step } from './steps.ts'
import { writeCase, type WrittenCase } from './writer.ts'

/** `until`: milliseconds; nothing of the plan is later. `count` cases over the `days` before it. */
export type YearAsked = { seed?: number; count?: number; days?: number; until: number }
type Year = { seed: number; count: number; until: number; first: EpochDay; last: EpochDay; seasons: Seasons }
/** `endsAt`: when its first answer left, until which another may be merged into it; Infinity while it stays open. `late`: beyond the term of law. */
export type PlannedCase = { at: number; written: WrittenCase; receivedAt: number; endsAt: number; late: boolean; steps: readonly Step[] }

const OFFSET = 5 * 3_600_000 // Bogotá knows no summer time.
const LATE_AREA: AreaCode = 'CAR'
const LATE_BRANCH: BranchCode = 'BAQ'
/** A working day of the branches has some nine hours. */
const WORKDAY = 540
const FIRST_WITHIN = (PROPOSED_TARGETS.firstAnswerHours ?? 8) * 60
/** Of a case: its first answer, its second after a reopening, and the first of all, which only says that a person has it. */
const [FINAL, SECOND, FIRST] = [0, 1, 2]

const CALENDARS = new Map(BRANCHES.map(({ code, week }) => [code, { id: `demo-${code}`, version: 1, timeZone: 'America/Bogota', week, holidays: CO_HOLIDAYS, specialDays: [] } satisfies CalendarDefinition]))
const OF_LEAF = new Map(LEAVES.map((leaf) => [leaf.code, leaf]))
const POSTS = new Map(STAFF.map(({ key, name, post }) => [key, { name, post }]))
const calendarOf = (branch: BranchCode): CalendarDefinition => CALENDARS.get(branch) as CalendarDefinition

function yearOf({ seed = 1, count = 5_000, days = 730, until }: YearAsked): Year {
  const last = Math.floor((until - OFFSET) / DAY_MS)
  return { seed, count, until, first: last - days + 1, last, seasons: new Seasons(last - days + 1, last) }
}

/** Every step of every case, in the order of time: what a company did in two years. */
export function* planYear(asked: YearAsked): Generator<Step> {
  const year = yearOf(asked)
  const steps: Step[] = []
  for (let at = 0; at < year.count; at++) steps.push(...planCase(at, year).steps)
  // Of one instant: as the case went; a sort in place of the same order is stable.
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  yield* steps
}

/** The cases one by one, each with its steps, in the order in which they came in (days; not hours). */
export function* planCases(asked: YearAsked): Generator<PlannedCase> {
  const year = yearOf(asked)
  for (let at = 0; at < year.count; at++) yield planCase(at, year)
}

/** The earlier case that this one tells again, if any; never one that itself tells another's. */
function twinOf(at: number, seed: number): number | null {
  if (at < 8 || at % 61 !== 40) return null
  const twin = at - 1 - new Random(seed, at, 5).below(4)
  return twin % 61 === 40 ? null : twin
}

function planCase(at: number, year: Year, alone = false): PlannedCase {
  const random = new Random(year.seed, at, 4)
  const day = year.seasons.dayOf(at, year.count)
  const twin = alone ? null : twinOf(at, year.seed)
  const earlier = twin === null ? null : planCase(twin, year, true)
  const asked = { day, ...(earlier ? { about: earlier.at } : {}) }
  const written = writeCase(at, year.seed, asked)
  const receivedAt = Math.min(day * DAY_MS + OFFSET + minuteOf(day, written.channel, random) * 60_000 + random.below(60_000), year.until - 120_000 * (1 + random.below(30)))
  const told = writeHandling(at, year.seed, asked)
  const plan = new Plan(at, year, written, told, receivedAt, random)
  plan.register()
  const mergeAt = earlier ? plan.registeredAt + random.between(20, 240) * 60_000 : 0
  if (earlier?.written.customer.status === 'known' && earlier.receivedAt < receivedAt && Date.parse(earlier.steps[0]!.at) < mergeAt && mergeAt < earlier.endsAt && mergeAt < year.until && written.customer.status === 'known') plan.merge(earlier.at, mergeAt)
  else plan.work()
  return { at, written, receivedAt, endsAt: plan.endsAt, late: plan.late, steps: plan.steps.filter((step) => Date.parse(step.at) <= year.until) }
}

/** One case's life, told forward: each method appends what follows. */
class Plan {
  readonly steps: Step[] = []
  registeredAt = 0
  endsAt = Infinity
  late = false
  readonly #at: number
  readonly #year: Year
  readonly #written: WrittenCase
  readonly #told: Handling
  readonly #receivedAt: number
  readonly #random: Random
  readonly #calendar: CalendarDefinition
  readonly #owner: string
  readonly #classified: boolean

  constructor(at: number, year: Year, written: WrittenCase, told: Handling, receivedAt: number, random: Random) {
    this.#at = at
    this.#year = year
    this.#written = written
    this.#told = told
    this.#receivedAt = receivedAt
    this.#random = random
    this.#calendar = calendarOf(written.branch)
    this.#owner = ownerOf(written, random)
    // One asks while they speak; what is written is read before it has a cause.
    this.#classified = spoken(written.channel) && new Random(year.seed, at, 8).chance(0.85)
  }

  #step<S extends Step>(at: number, by: string, step: Omit<S, 'case' | 'at' | 'by'>): void {
    this.steps.push({ ...step, case: this.#at, at: new Date(Math.round(at)).toISOString(), by } as unknown as S)
  }

  /** The instant itself when at work, else the next opening, and so many working minutes on. */
  #later = (from: number, minutes: number): number => addBusinessMinutes(workingInstantAfter(from, 0, this.#calendar), minutes, this.#calendar) ?? from

  register(): void {
    const random = this.#random
    const { channel, branch } = this.#written
    const atOnce = spoken(channel)
    // Spoken, it is registered while they speak; written, when somebody opens the box; a letter when the messenger has been.
    this.registeredAt = atOnce ? this.#receivedAt + random.between(70, 420) * 1_000 : this.#later(this.#receivedAt, channel === 'letter' ? random.between(30, 500) : 3 + random.wait(45))
    // The last of them came in while the office was closed: whoever loads this finds them registered.
    this.registeredAt = Math.min(this.registeredAt, this.#year.until - 1_000)
    const by = channel === 'telephone' ? (random.chance(0.66) ? random.pick(LINE_AGENTS) : random.pick(DESK_AGENTS)) : channel === 'visit' || channel === 'driver' ? random.pick(BRANCH_AGENTS.get(branch) ?? DESK_AGENTS) : random.pick(DESK_AGENTS)
    this.#step<Extract<Step, { do: 'register' }>>(this.registeredAt, by, { do: 'register', receivedAt: new Date(Math.round(this.#receivedAt)).toISOString(), written: this.#written, classified: this.#classified, acknowledge: random.chance(0.92) })
    // Of a claim on personal data the desk notes so in the database there and then; the line of the supplier may not.
    if (this.#written.personalData && this.#written.kind !== 'request') this.#step<Extract<Step, { do: 'fulfil' }>>(this.registeredAt + 60_000, LINE_AGENTS.includes(by) ? DESK_AGENTS[0]! : by, { do: 'fulfil', body: 'Leyenda «reclamo en trámite» puesta en la base de datos.' })
  }

  merge(into: number, at: number): void {
    this.endsAt = at
    this.#step<Extract<Step, { do: 'merge' }>>(at, this.#owner, { do: 'merge', into, reason: this.#told.merge })
  }

  work(): void {
    const random = this.#random
    const leaf = OF_LEAF.get(this.#written.cause)
    if (!leaf) return
    const area = leaf.area ?? 'SAC'
    const begun = this.#later(this.registeredAt, random.wait(25) + 2)
    if (this.#written.kind === 'request' && random.chance(0.028)) {
      this.#classify(begun, begun, leaf.code, area)
      return this.#withdraw(this.#later(begun, random.wait(400) + 20))
    }
    const answered = this.#later(begun, this.#minutesToAnswer(area))
    this.#classify(begun, answered, leaf.code, area)
    this.endsAt = this.#staysOpen() ? Infinity : answered
    // What stays open was asked and noted all the same, and waits: for the area, or for whoever should answer.
    const asked = area !== 'SAC' && random.chance(this.#written.kind === 'request' ? 0.42 : 0.88)
    const stuckAtArea = this.endsAt === Infinity && random.chance(this.#year.until - begun < 5 * DAY_MS ? 0.75 : 0.28)
    if (asked) this.#askArea(begun, answered, area, stuckAtArea)
    this.#say(begun, answered, this.#firstAnswer(begun, answered))
    if (this.endsAt === Infinity) return
    const told = this.#answer(answered, FINAL, this.#told.answer, this.#told.amount)
    const closed = this.#close(this.#later(told, 5 + random.wait(this.#written.kind === 'request' ? 60 : 420)), told, this.#told.done, this.#told.remedy, this.#told.amount)
    if (random.chance(0.04)) this.#reopen(this.#later(closed, WORKDAY * (0.5 + random.wait(3))))
  }

  /** Now and then by the apparent cause first, mended while there is time before the answer. */
  #classify(at: number, answered: number, cause: string, area: AreaCode): void {
    const random = this.#random
    const { severity } = this.#written
    const mended = this.#later(at, 30 + random.wait(180))
    const apparent = mended < answered - 60_000 && random.chance(0.09) ? random.pick(LEAVES.filter((leaf) => leaf.kinds[0] === this.#written.kind && leaf.code !== cause)) : null
    const wrong = this.#classified ? null : apparent
    if (!this.#classified) this.#step<Extract<Step, { do: 'classify' }>>(at, this.#owner, { do: 'classify', cause: wrong?.code ?? cause, severity, reason: '' })
    // By its cause it went to its area when it was registered; what no route takes elsewhere is at the service desk already.
    if (!this.#classified && (wrong?.area ?? area) !== 'SAC') this.#step<Extract<Step, { do: 'route' }>>(at + 1_000, this.#owner, { do: 'route', area: wrong?.area ?? area, reason: 'Por la causa clasificada.' })
    this.#step<Extract<Step, { do: 'assign' }>>(at + 2_000, titularOf(this.#written.branch), { do: 'assign', owner: this.#owner })
    if (!wrong) return
    this.#step<Extract<Step, { do: 'classify' }>>(mended, this.#owner, { do: 'classify', cause, severity, reason: this.#told.reclassified })
    if (wrong.area !== area) this.#step<Extract<Step, { do: 'route' }>>(mended + 1_000, this.#owner, { do: 'route', area, reason: this.#told.reroute })
  }

  /** Working minutes to the answer. The law gives fifteen working days: about one in twelve overruns them, worse where it is known to be worse. */
  #minutesToAnswer(area: AreaCode): number {
    const random = this.#random
    const { kind, severity, branch } = this.#written
    const chance = (0.07 + (branch === LATE_BRANCH ? 0.09 : 0)) * (area === LATE_AREA ? 2.4 : 1) * (kind === 'request' ? 0.7 : 1.25)
    this.late = (kind !== 'suggestion' && kind !== 'compliment') && random.chance(chance)
    if (this.late) return WORKDAY * (16.2 + Math.min(random.wait(3.5), 22))
    const mean = kind === 'request' ? 1.7 : kind === 'complaint' ? 4.6 : kind === 'claim' ? 5.2 : 3
    const most = kind === 'request' ? 8 : kind === 'suggestion' || kind === 'compliment' ? 8.5 : 12.5
    const pace = severity === 'critical' ? 0.3 : severity === 'high' ? 0.55 : 1
    return Math.max(12, Math.min(most, (random.wait(mean * 0.6) + random.wait(mean * 0.4)) * pace) * WORKDAY)
  }

  /** Some two hundred of five thousand: most of the last days, and a few that went beyond the term of law, fewer the older. */
  #staysOpen(): boolean {
    const age = (this.#year.until - this.#receivedAt) / DAY_MS
    const share = age < 14 ? 0.92 : age < 20 ? 0.86 : age < 23 ? 0.6 : age < 40 ? 0.1 : age < 75 ? 0.03 : 0
    return this.#random.chance(share)
  }

  #askArea(begun: number, answered: number, area: AreaCode, stuck: boolean): void {
    const random = this.#random
    const span = answered - begun
    const asked = this.#later(begun, 4 + random.wait(40))
    const responder = () => random.pick(RESPONDERS.get(area) ?? ['jefe'])
    const ask = (request: number, at: number, to: AreaCode, question: string) => this.#step<Extract<Step, { do: 'ask-area' }>>(at, this.#owner, { do: 'ask-area', request, area: to, question })
    // Quickly answered is answered without asking.
    if (asked > answered - 600_000) return
    ask(0, asked, area, this.#told.toArea)
    let request = 0
    let from = asked
    const returned = this.#later(asked + span * 0.12, 1)
    if (!stuck && returned < answered - 3 * 3_600_000 && random.chance(0.06)) {
      this.#step<Extract<Step, { do: 'area-return' }>>(returned, responder(), { do: 'area-return', request: 0, reason: this.#told.areaReturn })
      from = Math.min(this.#later(returned, 15 + Math.min(random.wait(60), 120)), answered - 1_800_000)
      ask((request = 1), from, area, `${this.#told.toArea} Se completa la información.`)
    }
    if (from < answered - 1_200_000 && random.chance(0.06)) {
      const other: AreaCode = area === 'HSE' ? 'CAL' : 'HSE'
      ask(request + 1, from + 60_000, other, this.#told.toOtherArea)
      this.#step<Extract<Step, { do: 'area-answer' }>>(this.#before(from + span * 0.3, answered), random.pick(RESPONDERS.get(other) ?? ['jefe']), { do: 'area-answer', request: request + 1, answer: this.#told.otherAreaAnswer })
    }
    if (stuck) return
    this.#step<Extract<Step, { do: 'area-answer' }>>(this.#before(from + Math.max(0, answered - from) * (0.35 + random.next() * 0.5), answered), responder(), { do: 'area-answer', request, answer: this.#told.areaAnswer })
  }

  /** A working instant, yet before the answer that rests on it. */
  #before = (at: number, answered: number): number => Math.min(this.#later(at, 1), answered - 60_000)

  /** A person answers within the target's hours, nine times of ten: while the customer is still there, or by a call or a mail of the owner; some later, a few never. Whether they were called. */
  #firstAnswer(begun: number, answered: number): boolean {
    const random = new Random(this.#year.seed, this.#at, 6)
    const { channel, customer, reporter } = this.#written
    const there = spoken(channel)
    const atOnce = there && (customer.status === 'anonymous' || random.chance(0.3))
    const dueAt = addBusinessMinutes(this.#receivedAt, FIRST_WITHIN, this.#calendar) ?? Infinity
    const prompt = random.chance(0.87)
    const at = atOnce ? begun + 3_000 : prompt ? Math.min(this.#later(begun, 6 + random.wait(110)), dueAt - random.between(4, 50) * 60_000) : this.#later(dueAt, 15 + random.wait(260))
    // Whoever gave no name is told only while there, and a few are forgotten; where the matter itself is answered before, that is the first answer.
    const untold = !atOnce && (at < begun + 60_000 || customer.status === 'anonymous' || (!prompt && random.chance(0.12)))
    if (untold || at > answered - 20 * 60_000) return false
    const way = atOnce ? (channel === 'telephone' ? 'telephone' : 'in-person') : reporter.email && (!reporter.telephone || random.chance(0.45)) ? 'mail' : 'telephone'
    const { told, toldAtOnce, subject, body } = this.#told.first
    this.#reply(at, { answer: FIRST, final: false, subject, body: way === 'mail' ? body : atOnce ? toldAtOnce : told, way, amount: null, needsApproval: false })
    return way === 'telephone'
  }

  #say(begun: number, answered: number, called: boolean): void {
    const random = this.#random
    const at = () => this.#before(begun + (answered - begun) * random.next(), answered)
    this.#told.notes.slice(0, random.chance(0.1) ? 2 : random.chance(0.34) ? 1 : 0).forEach((body) => this.#step<Extract<Step, { do: 'note' }>>(at(), this.#owner, { do: 'note', body, telephone: false }))
    if (random.chance(0.24) && !called && this.#written.customer.status !== 'anonymous') this.#step<Extract<Step, { do: 'note' }>>(at(), this.#owner, { do: 'note', body: this.#told.call, telephone: true })
    if (this.#written.customer.status !== 'anonymous' && random.chance(0.1)) this.#step<Extract<Step, { do: 'hear' }>>(at(), this.#owner, { do: 'hear', body: this.#told.heard, channel: this.#written.channel === 'visit' || this.#written.channel === 'driver' ? 'telephone' : this.#written.channel })
  }

  /** When it leaves: at once, or as soon as a second person has approved it. */
  #answer(at: number, answer: number, { subject, body }: { subject: string; body: string }, amount: number | null): number {
    const random = this.#random
    const { reporter, channel, customer } = this.#written
    const way = reporter.email ? (random.chance(0.86) ? 'mail' : 'telephone') : customer.status === 'anonymous' || channel === 'visit' ? 'in-person' : channel === 'letter' ? 'letter' : 'telephone'
    const needsApproval = amount !== null && amount > APPROVAL_ABOVE
    this.#reply(at, { answer, final: true, subject, body, way, amount, needsApproval })
    if (!needsApproval) return at
    const approved = this.#later(at, 20 + random.wait(150))
    const titular = titularOf(this.#written.branch)
    this.#step<Extract<Step, { do: 'approve' }>>(approved, random.chance(0.6) && titular !== this.#owner ? titular : 'jefe', { do: 'approve', answer })
    return approved
  }

  /** Signed by the owner, to where the customer is reached that way. */
  #reply(at: number, said: Omit<Extract<Step, { do: 'answer' }>, 'do' | 'case' | 'at' | 'by' | 'recipient'>): void {
    const { reporter } = this.#written
    const who = POSTS.get(this.#owner)
    const body = said.body.replace('{{person.name}}', who?.name ?? '').replace('{{person.post}}', who?.post ?? '')
    this.#step<Extract<Step, { do: 'answer' }>>(at, this.#owner, { do: 'answer', ...said, body, recipient: said.way === 'mail' ? reporter.email : said.way === 'telephone' ? reporter.telephone : '' })
  }

  #close(at: number, toldAt: number, actionTaken: string, remedy: Handling['remedy'], amount: number | null): number {
    const answered = this.steps.findLast((step) => step.do === 'answer')
    this.#step<Extract<Step, { do: 'close' }>>(at, this.#owner, { do: 'close', cause: this.#written.cause, actionTaken, remedy, amount, told: { way: answered?.do === 'answer' ? answered.way : 'telephone', at: new Date(Math.round(toldAt)).toISOString() } })
    return at
  }

  #withdraw(at: number): void {
    this.endsAt = at
    this.#step<Extract<Step, { do: 'withdraw' }>>(at, this.#owner, { do: 'withdraw', reason: this.#told.withdrawal })
  }

  #reopen(at: number): void {
    const random = this.#random
    this.#step<Extract<Step, { do: 'reopen' }>>(at, this.#owner, { do: 'reopen', reason: this.#told.reopening })
    if (random.chance(0.5)) this.#step<Extract<Step, { do: 'note' }>>(this.#later(at, 30), this.#owner, { do: 'note', body: this.#told.call, telephone: true })
    const answered = this.#answer(this.#later(at, WORKDAY * (0.6 + Math.min(random.wait(2), 6))), SECOND, this.#told.secondAnswer, null)
    this.#close(this.#later(answered, 10 + random.wait(120)), answered, this.#told.secondDone, 'correction', null)
  }
}

const spoken = (channel: WrittenCase['channel']): boolean => channel === 'telephone' || channel === 'visit'

/** Whoever answers for the branch gives its cases out. */
const titularOf = (branch: WrittenCase['branch']): string => TITULARS.get(branch)?.[0] ?? 'jefe'

function ownerOf({ branch, kind, severity }: WrittenCase, random: Random): string {
  const titular = titularOf(branch)
  if (severity === 'critical') return titular
  if (random.chance(kind === 'request' ? 0.45 : 0.25)) return random.pick(DESK_AGENTS)
  return random.chance(0.45) ? titular : random.pick(BRANCH_AGENTS.get(branch) ?? [titular])
}
