import type { Language } from '#kernel/actor.ts'
import { longInstant } from '#modules/calendars/rules/explain-term.ts'
import { peopleOfArea, whoHearsOfAreas, type Reached } from '#modules/people/public.ts'
import { queueMail, type MailContent } from '#platform/server/outgoing-mail.ts'
import type { LeavingMail } from '#platform/server/send-mails.ts'
import type { Work } from '#platform/server/work.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import type { CasesNeeds } from './needs.ts'
import { readNoticed, type Noticed } from './store-notices.ts'

/** Why a colleague is written to. */
const NOTICES = ['area-request', 'area-reminder', 'area-overdue', 'area-answer', 'area-return', 'mention', 'case-merged', 'answer-not-delivered', 'answer-to-tell', 'answer-returned'] as const
export type Notice = (typeof NOTICES)[number]

export type Said = Pick<MailContent, 'subject' | 'paragraphs'> & { dueAt?: string }
type Words = typeof es.notices

/** Writes to colleagues about a case, each in their language; whoever did it need not be told. */
export async function tellPeople(work: Work, caseId: string, people: readonly Reached[], notice: Notice, say: (words: Words, about: Noticed) => Said): Promise<void> {
  const others = people.filter(({ id }) => id !== work.actor.id)
  if (others.length === 0) return
  const [about] = await readNoticed(work.tx, work.actor.organisationId, caseId)
  for (const { name, email, language } of others)
    queueMail(work, { purpose: notice, subject: ['case', caseId], recipient: email, recipientName: name, language, content: noticeContent(about!, name, language, say({ es, en }[language].notices, about!)) })
}

function noticeContent({ number, title, timeZone }: Noticed, name: string, language: Language, { dueAt, ...said }: Said): MailContent {
  const t = { es, en }[language]
  return {
    ...said,
    greeting: t.mails.greeting(name),
    facts: [[t.facts.number, number], [t.facts.about, title], ...(dueAt ? [[t.facts.due, longInstant(dueAt, timeZone, language)] as const] : [])],
    link: { label: t.warnings.open, url: `/cases/${encodeURIComponent(number)}` },
    automatic: true,
  }
}

/** The mail as it leaves: only then is it certain at which address the product is reached. */
export const noticeForms = ({ publicUrl }: Pick<CasesNeeds, 'publicUrl'>): Record<Notice, (mail: LeavingMail) => MailContent> => {
  const form = ({ content }: LeavingMail): MailContent => ({ ...content, ...(content.link && { link: { ...content.link, url: new URL(content.link.url, publicUrl).href } }) })
  return Object.fromEntries(NOTICES.map((notice) => [notice, form])) as Record<Notice, typeof form>
}

type SayOfArea = (words: Words, about: Noticed, area: string) => Said

/** Writes to whoever answers for an area today. */
export async function tellArea(work: Work, caseId: string, areaId: string, notice: Notice, say: SayOfArea): Promise<void> {
  const { tx, actor, now } = work
  const [people, named] = await Promise.all([peopleOfArea(tx, actor.organisationId, areaId, now), nameOfArea(work, areaId)])
  await tellPeople(work, caseId, people, notice, (words, about) => say(words, about, named(words)))
}

type Waiting = { caseId: string; ownerId: string | null; askedBy: string; areaId: string }

/** What an area said reaches whoever answers for the case, or who asked while nobody does, unless they would rather not be written to. */
export async function tellWhoWaits(work: Work, { caseId, ownerId, askedBy, areaId }: Waiting, notice: Notice, say: SayOfArea): Promise<void> {
  const [people, named] = await Promise.all([whoHearsOfAreas(work.tx, work.actor.organisationId, ownerId ?? askedBy), nameOfArea(work, areaId)])
  await tellPeople(work, caseId, people, notice, (words, about) => say(words, about, named(words)))
}

async function nameOfArea({ tx, actor }: Work, areaId: string): Promise<(words: Words) => string> {
  const [area] = await tx<{ name: string; nameEn: string }>`select name, name_en from areas where organisation_id = ${actor.organisationId} and id = ${areaId}`
  return (words) => (words === en.notices && area!.nameEn ? area!.nameEn : area!.name)
}
