import type { Actor, Instant } from '#kernel/actor.ts'
import type { Channel } from '../contract.ts'

type By = Actor['kind']

/** So long after it came in is what is written down of a call or a visit still written with the customer there, or just gone. */
const STILL_THERE_MS = 30 * 60_000

/**
 * Whether whoever registers speaks with the customer meanwhile: a person, who writes it down as it is told. They say the number and the
 * date themselves, so that nobody waits to hear from a person (metrics §3: what is settled in the same call took no time). A call noted
 * the day after, a letter, a message or what a program registers is only received.
 */
export const spokenAtReception = ({ by, channel, receivedAt, at }: { by: By; channel: Channel; receivedAt: Instant; at: Instant }): boolean =>
  by === 'person' && (channel === 'telephone' || channel === 'visit') && Date.parse(at) - Date.parse(receivedAt) <= STILL_THERE_MS

/** An answer is a person's who wrote it, or who read it and let it go; what a program writes by itself never is (F-20). */
export const answeredByPerson = ({ writtenBy, approved }: { writtenBy: By; approved: boolean }): boolean => writtenBy === 'person' || approved

/** An entry of a case's history. */
export type Happened = { action: string; by: By; at: Instant; details: Record<string, unknown> }

/**
 * When a person first answered the customer, by what the history of the case says from an instant on: a conversation, at reception or
 * noted since; an answer of a person, final or not, that reached them; a closure that says how they were told. Null while nobody has.
 */
export function firstAnsweredAt(history: readonly Happened[], from: Instant = ''): Instant | null {
  const answers = new Map<unknown, { writtenBy: By; approved: boolean; heard: boolean }>()
  const contacts = history.flatMap((entry) => contactsOf(entry, answers))
  return contacts.filter((at) => at >= from).sort()[0] ?? null
}

/** Said over a telephone or a counter, an answer is heard as it is given; by mail and letter it is on its way until it is said to have come. */
function contactsOf({ action, by, at, details }: Happened, answers: Map<unknown, { writtenBy: By; approved: boolean; heard: boolean }>): Instant[] {
  const answer = answers.get(details['answerId'])
  switch (action) {
    case 'case-registered': case 'note': case 'telephone-note': case 'customer-message':
      return details['spoke'] === true ? [at] : []
    case 'answer-written': case 'answer-awaits-approval': {
      const written = { writtenBy: by, approved: false, heard: details['way'] === 'telephone' || details['way'] === 'in-person' }
      answers.set(details['answerId'], written)
      return action === 'answer-written' && written.heard && answeredByPerson(written) ? [at] : []
    }
    case 'answer-approved':
      if (answer) answer.approved = true
      return answer?.heard ? [at] : []
    case 'answer-sent': case 'answer-delivered':
      return answer && answeredByPerson(answer) ? [instantOf(details['at']) ?? at] : []
    case 'case-closed':
      return by === 'person' ? [instantOf((details['told'] as { at?: unknown } | undefined)?.at) ?? at] : []
    default: return []
  }
}

const instantOf = (value: unknown): Instant | null => (typeof value === 'string' ? value : null)
