import { describe, expect, it } from 'vitest'
import { randomCalendar, randomInstant, randomPauses, randomRule, seeded } from '#test/oracles/random-calendars.ts'
import { slowAddBusinessMinutes, slowBusinessMinutes, slowDue } from '#test/oracles/slow-terms.ts'
import { addBusinessMinutes, businessMinutes } from './business-time.ts'
import { dayText } from './day.ts'
import { dueOf, settleTerm } from './term-due.ts'

const random = seeded(20_261_124)
const calendars = Array.from({ length: 80 }, (_, i) => randomCalendar(random, `c${i}`))
const aCalendar = () => calendars[Math.floor(random() * calendars.length)]!

/** Compared as text so that a disagreement prints the whole case that shows it. */
function agree(ours: unknown, slow: unknown, theCase: unknown) {
  if (JSON.stringify(ours) !== JSON.stringify(slow)) expect({ ours, theCase }).toEqual({ ours: slow, theCase })
}

describe('the fast engine and the slow one agree', () => {
  it.each([1, 2, 3, 4])('on 24,000 terms in days and months (part %i)', () => {
    for (let i = 0; i < 24_000; i++) {
      const rule = randomRule(random, ['working-day', 'working-day', 'calendar-day', 'month'])
      const calendar = aCalendar()
      const receivedAt = randomInstant(random)
      const pauses = i % 3 === 0 ? randomPauses(random, receivedAt) : []
      const due = i % 3 === 0 ? settleTerm(rule, receivedAt, calendar, { pauses }).due : dueOf(rule, receivedAt, calendar)
      agree({ dueOn: dayText(due.dueOn!), dueAt: due.dueAt }, slowDue(rule, receivedAt, calendar, pauses), { rule, receivedAt, pauses, calendar })
    }
  })

  it('on 4,000 terms in working hours, minute by minute', () => {
    for (let i = 0; i < 4_000; i++) {
      const calendar = aCalendar()
      const a = randomInstant(random)
      const pauses = i % 2 === 0 ? randomPauses(random, a - 86_400_000 * 10) : []
      if (i % 4 < 2) {
        const minutes = Math.floor(random() * 1_500)
        agree(addBusinessMinutes(a, minutes, calendar, pauses), slowAddBusinessMinutes(a, minutes, calendar, pauses), { a, minutes, pauses, calendar })
      } else {
        const b = a + Math.floor(random() * 5 * 1_440) * 60_000
        agree(businessMinutes(a, b, calendar, pauses), slowBusinessMinutes(a, b, calendar, pauses), { a, b, pauses, calendar })
      }
    }
  })
})
