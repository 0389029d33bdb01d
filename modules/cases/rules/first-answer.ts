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
export const firstAnsweredAt = (history: readonly Happened[], from: Instant = ''): Instant | null =>
  earliest(contactsIn(history).filter(({ byPerson, at }) => byPerson && at >= from))

/** The customer heard something: from a person or not, on the merits or not; `entry`: where in the history that is noted. */
export type Contact = { at: Instant; byPerson: boolean; final: boolean; answerId: unknown; entry: number }
/** That it did not arrive; of a case that was merged, also that it is parted from this one again. */
const UNTELLS: ReadonlySet<string> = new Set(['answer-not-delivered', 'merged-answer-untold'])
type Written = { writtenBy: By; approved: boolean; final: boolean; heard: boolean }

export const earliest = (contacts: readonly Contact[]): Instant | null => contacts.map(({ at }) => at).sort()[0] ?? null

export function contactsIn(history: readonly Happened[]): Contact[] {
  const answers = new Map<unknown, Written>()
  return history.reduce<Contact[]>((contacts, happened, entry) => {
    if (UNTELLS.has(happened.action)) return without(contacts, happened.details['answerId'])
    const contact = contactOf(happened, answers)
    return contact ? [...contacts, { ...contact, answerId: happened.details['answerId'], entry }] : contacts
  }, [])
}

/** What did not arrive was no answer, and a closure that rests on it told nobody. */
function without(contacts: readonly Contact[], answerId: unknown): Contact[] {
  const instants = contacts.filter((contact) => contact.answerId === answerId).map(({ at }) => at)
  return contacts.filter((contact) => contact.answerId !== answerId && !(contact.answerId === undefined && contact.final && instants.includes(contact.at)))
}

/** Said over a telephone or a counter, an answer is heard as it is given; by mail and letter it is on its way until it is said to have come. */
function contactOf({ action, by, at, details }: Happened, answers: Map<unknown, Written>): Pick<Contact, 'at' | 'byPerson' | 'final'> | null {
  const answer = answers.get(details['answerId'])
  switch (action) {
    case 'case-registered': case 'note': case 'telephone-note': case 'customer-message':
      return details['spoke'] === true ? { at, byPerson: true, final: false } : null
    case 'answer-written': case 'answer-awaits-approval': {
      const written = { writtenBy: by, approved: false, final: details['final'] === true, heard: details['way'] === 'telephone' || details['way'] === 'in-person' }
      answers.set(details['answerId'], written)
      return action === 'answer-written' && written.heard ? { at, byPerson: answeredByPerson(written), final: written.final } : null
    }
    case 'answer-approved':
      if (answer) answer.approved = true
      return answer?.heard && details['toTell'] !== true ? { at, byPerson: true, final: answer.final } : null
    case 'answer-sent': case 'answer-delivered':
      return answer ? { at: instantOf(details['at']) ?? at, byPerson: answeredByPerson(answer), final: answer.final } : null
    case 'merged-answer-told':
      return { at: instantOf(details['at']) ?? at, byPerson: details['byPerson'] === true, final: details['final'] === true }
    case 'case-closed':
      return { at: instantOf((details['told'] as { at?: unknown } | undefined)?.at) ?? at, byPerson: by === 'person', final: true }
    default: return null
  }
}

const instantOf = (value: unknown): Instant | null => (typeof value === 'string' ? value : null)
