import type { Instant } from '#kernel/actor.ts'
import { contactsIn, earliest, type Happened } from './first-answer.ts'

const TELLS: ReadonlySet<string> = new Set(['answer-sent', 'answer-delivered', 'merged-answer-told'])

export type LeftTold = {
  /** Noted since that answer: when a person spoke with the customer, and when they were told of the merits. Only that can have taken its place. */
  firstAt: Instant | null
  finalAt: Instant | null
  /** When they were first told of the merits since the case was last opened; null: nobody has told them. */
  answeredAt: Instant | null
  /** From when on its clocks are of the case as it is now. */
  from: Instant
}

/** What the customer was told all the same, of a history that ends with an answer not having arrived. */
export function leftTold(history: readonly Happened[], answerId: string): LeftTold {
  const contacts = contactsIn(history)
  const since = contacts.filter(({ entry }) => entry > history.findLastIndex(({ action, details }) => TELLS.has(action) && details['answerId'] === answerId))
  const opened = history.findLastIndex(({ action }) => action === 'case-reopened')
  return {
    firstAt: earliest(since.filter(({ byPerson }) => byPerson)),
    finalAt: earliest(since.filter(({ final }) => final)),
    answeredAt: earliest(contacts.filter(({ final, entry }) => final && entry > opened)),
    from: history[opened]?.at ?? '-infinity',
  }
}
