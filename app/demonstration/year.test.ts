import { expect, test } from 'vitest'
import { addBusinessMinutes } from '#kernel/business-time.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { CO_HOLIDAYS } from '#modules/calendars/packs/CO-holidays.ts'
import { refuseWork } from '#modules/cases/rules/lifecycle.ts'
import { PROPOSED_TARGETS } from '#modules/cases/rules/targets.ts'
import { COMPANY } from './company.ts'
import { customers } from './customers.ts'
import { BRANCHES } from './places.ts'
import { STAFF } from './staff.ts'
import { planCases, planYear } from './year.ts'

const until = Date.parse('2026-11-24T15:00:00Z')
const PLANNED = [...planCases({ until })]
const STEPS = [...planYear({ until })]
const isOpen = ({ steps }: (typeof PLANNED)[number]) => {
  const last = steps.findLast(({ do: done }) => done === 'close' || done === 'reopen' || done === 'withdraw' || done === 'merge')
  return !last || last.do === 'reopen'
}
const lateShare = (of: typeof PLANNED) => of.filter(({ late }) => late).length / of.length

test('five thousand cases, in the order of time, none of it after the given instant', () => {
  expect(STEPS.filter((step) => step.do === 'register')).toHaveLength(5_000)
  for (const [nth, { at }] of STEPS.entries()) {
    expect(Date.parse(at)).toBeLessThanOrEqual(until)
    expect(nth === 0 || (STEPS[nth - 1]?.at ?? '') <= at).toBe(true)
  }
  expect(PLANNED[0]!.receivedAt).toBeGreaterThan(until - 731 * 86_400_000)
})

test('the same again for the same seed, another plan for another', () => {
  const begin = (seed: number) => { const plan = planYear({ until, seed, count: 200 }); return Array.from({ length: 50 }, () => plan.next().value) }
  expect(begin(1)).toEqual(begin(1))
  expect(begin(1)).not.toEqual(begin(2))
})

test('each step may follow the one before: registered first, answered before closed, nothing on what has ended', () => {
  for (const { steps, receivedAt } of PLANNED) {
    let status: 'open' | 'answered' | 'closed' | 'withdrawn' | 'merged' = 'open'
    const asked = new Set<number>()
    let told = false
    for (const [nth, step] of [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).entries()) {
      if (nth === 0) expect(step.do).toBe('register')
      else if (step.do === 'reopen') expect(status).toBe('closed')
      else expect(refuseWork({ status }), `${step.do} of ${step.case}`).toBeNull()
      switch (step.do) {
        case 'register': expect(Date.parse(step.receivedAt)).toBeLessThanOrEqual(Date.parse(step.at)); expect(Date.parse(step.receivedAt)).toBe(Math.round(receivedAt)); break
        case 'ask-area': asked.add(step.request); break
        case 'area-answer': case 'area-return': expect(asked.delete(step.request)).toBe(true); break
        case 'answer': if (!step.final) break; told = !step.needsApproval; expect(asked.size, `an area still owes in ${step.case}`).toBe(0); break
        case 'approve': told = true; break
        case 'close': expect(told).toBe(true); expect(step.told.at <= step.at).toBe(true); status = 'closed'; break
        case 'reopen': status = 'open'; break
        case 'withdraw': status = 'withdrawn'; break
        case 'merge': expect(step.into).toBeLessThan(step.case); status = 'merged'; break
      }
    }
  }
})

test('what is merged goes into an open case of the same customer', () => {
  const merged = STEPS.filter((step) => step.do === 'merge')
  expect(merged.length).toBeGreaterThan(20)
  for (const { case: at, into, at: when } of merged) {
    const [one, other] = [PLANNED[at]!, PLANNED[into]!]
    expect(one.written.customer).toEqual(other.written.customer)
    expect(other.endsAt).toBeGreaterThan(Date.parse(when))
    expect(other.receivedAt).toBeLessThan(Date.parse(when))
  }
})

test('some eight of a hundred are late, more where it is known to be worse', () => {
  expect(lateShare(PLANNED)).toBeGreaterThan(0.06)
  expect(lateShare(PLANNED)).toBeLessThan(0.1)
  expect(lateShare(PLANNED.filter(({ written }) => written.branch === 'BAQ'))).toBeGreaterThan(1.7 * lateShare(PLANNED.filter(({ written }) => written.branch === 'BOG')))
  expect(lateShare(PLANNED.filter(({ written }) => written.cause.startsWith('CAR')))).toBeGreaterThan(1.5 * lateShare(PLANNED.filter(({ written }) => written.cause.startsWith('FAC'))))
})

test('about two hundred are open at the end, some of them overdue; about four of a hundred were reopened', () => {
  const open = PLANNED.filter(isOpen)
  expect(open.length).toBeGreaterThan(165)
  expect(open.length).toBeLessThan(230)
  expect(open.filter(({ receivedAt }) => receivedAt < until - 26 * 86_400_000).length).toBeGreaterThan(15)
  expect(STEPS.filter((step) => step.do === 'reopen').length / 5_000).toBeCloseTo(0.037, 2)
})

test('some six of seven are first answered within the target, and few open cases stand without an answer', () => {
  const calendars = new Map(BRANCHES.map(({ code, week }) => [code, { id: code, version: 1, timeZone: COMPANY.timeZone, week, holidays: CO_HOLIDAYS, specialDays: [] } satisfies CalendarDefinition]))
  const first = ({ steps }: (typeof PLANNED)[number]) => steps.find((step) => step.do === 'answer')
  const answered = PLANNED.filter(first)
  const inTime = answered.filter((planned) => Date.parse(first(planned)!.at) <= addBusinessMinutes(planned.receivedAt, PROPOSED_TARGETS.firstAnswerHours! * 60, calendars.get(planned.written.branch)!)!)
  expect(inTime.length / answered.length).toBeGreaterThan(0.8)
  expect(inTime.length / answered.length).toBeLessThan(0.9)
  const waiting = PLANNED.filter((planned) => isOpen(planned) && planned.receivedAt < until - 4 * 86_400_000 && !first(planned))
  expect(waiting.length / PLANNED.filter(isOpen).length).toBeLessThan(0.08)
})

test('no text names another company than its customer', () => {
  const all = new Map(customers().map((customer) => [customer.code, customer]))
  // Those whose name is no word of the trade and no part of another's.
  const names = [...all.values()].filter(({ kind, name }) => kind === 'company' && name.length > 12).map(({ name }) => name)
  for (const { at, written, steps } of PLANNED) {
    const own = 'code' in written.customer ? all.get(written.customer.code)!.name : 'name' in written.customer ? written.customer.name : ''
    const text = [written.description, ...steps.flatMap((step) => ('body' in step ? [step.body] : 'question' in step ? [step.question] : []))].join('\n')
    expect(names.filter((name) => text.includes(name) && !own.includes(name)), `case ${at}`).toEqual([])
  }
})

test('whoever acts is of the staff', () => {
  const keys = new Set(STAFF.map(({ key }) => key))
  expect([...new Set(STEPS.map(({ by }) => by))].filter((by) => !keys.has(by))).toEqual([])
})
