import { DAY_MS } from '#kernel/day.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { later } from '#kernel/instant.ts'
import type { Work } from '#platform/server/work.ts'
import type { FindDuplicates } from '../contract-sheet.ts'
import { likeCases, WINDOW_DAYS, type Likened, type LikenessReason } from '../rules/duplicate.ts'
import { readByKnown, readByWords, type Candidate } from './store-alike.ts'

const MOST_SHOWN = 10
const MOST_BY_WORDS = 60
/** Fewer letters are no description yet. */
const LEAST_SAID = 12

/** Cases that may be the one being written, told before: a warning with reasons, and only a person merges (F-8). */
export async function findDuplicates({ tx, actor, now }: Work, { description, customerId, serial, orderNumber }: BodyOf<typeof FindDuplicates>) {
  const since = later(now, -WINDOW_DAYS * DAY_MS)
  const [known, worded] = await Promise.all([
    readByKnown(tx, actor.organisationId, { customerId: customerId ?? null, serials: spellings(serial), orders: spellings(orderNumber), since }),
    description.trim().length < LEAST_SAID ? [] : readByWords(tx, actor.organisationId, { said: description, since, most: MOST_BY_WORDS }),
  ])
  const typed: Likened = { customerId: customerId ?? null, reachedBy: [], serials: listOf(serial), orderNumbers: listOf(orderNumber), causeId: null, text: description, receivedAt: now }
  const others = [...new Map([...known, ...worded].map((each) => [each.id, likened(each)])).values()]
  return {
    items: likeCases(typed, others).slice(0, MOST_SHOWN).map(({ other: { number, title, status, receivedAt }, likeness }) => ({
      number, title, status, receivedAt, likeness: Math.round(likeness.score * 100) / 100, reasons: likeness.reasons.map(reasonText),
    })),
  }
}

const listOf = (value: string): string[] => (value.trim() ? [value.trim()] : [])

/** As people write one number: with capitals or none, with its blanks and hyphens or without. */
function spellings(value: string): string[] {
  const bare = value.trim().replace(/[\s.-]+/g, '')
  return [...new Set([value.trim(), value.trim().toUpperCase(), value.trim().toLowerCase(), bare, bare.toUpperCase()])].filter(Boolean)
}

const likened = (candidate: Candidate): Candidate & Likened => ({
  ...candidate, reachedBy: [candidate.reporter.telephone, candidate.reporter.email].flatMap((reach) => reach || []),
  serials: listOf(candidate.serial), orderNumbers: listOf(candidate.orderNumber), text: candidate.description,
})

/** 'same-customer', 'same-serial:A1', 'similar-text:72', 'near-in-time:2': a code, and after the colon what it is filled with. */
function reasonText(reason: LikenessReason): string {
  if ('numbers' in reason) return `${reason.code}:${reason.numbers.join(', ')}`
  if ('percent' in reason) return `${reason.code}:${reason.percent}`
  return 'days' in reason ? `${reason.code}:${reason.days}` : reason.code
}
