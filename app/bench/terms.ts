import { dueOf } from '#kernel/term-due.ts'
import { calendarOf } from '#modules/calendars/packs/calendar-of.ts'
import { CO } from '#modules/calendars/packs/CO.ts'
import { measured, type Measured } from './measure.ts'

/** Due dates a second on one core, of every rule of the Colombian pack that has a term, over ten years of receipts. */
export function benchTerms(): Measured[] {
  const calendar = calendarOf(CO)
  const rules = CO.terms.filter(({ amount }) => amount !== null)
  const from = Date.UTC(2020, 0, 1)
  let sum = 0
  const run = (times: number) => {
    for (let i = 0; i < times; i++) sum += dueOf(rules[i % rules.length]!, from + ((i * 7919) % 5_000_000) * 63_000, calendar).dueAt ?? 0
  }
  run(50_000)
  const started = performance.now()
  run(1_000_000)
  const rate = 1_000_000 / ((performance.now() - started) / 1000)
  return [measured('terms', rate, 200_000, `a second on one core (check ${sum % 97})`)]
}
