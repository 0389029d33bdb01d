import type { Instant } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { longDay } from '#modules/calendars/rules/explain-term.ts'
import { doWork, everyOrganisation, systemActor, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { queueMail, type MailContent } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { rungWindows } from '../rules/owed-rungs.ts'
import { rungName, type Ladder, type RungTo } from '../rules/warning-ladder.ts'
import { readCaseSettings, responsibleNow, type CaseSettings } from './case-settings.ts'
import { readLadder } from './keep-ladder.ts'
import type { CasesNeeds } from './needs.ts'
import { tellArea } from './tell-people.ts'
import { insertWarnings, readHolders, readOwed, readPeople, type BranchWindow, type OwedRung, type Warned } from './store-warnings.ts'

/** Rungs in one transaction: a backlog of days is worked off in several, and a crash repeats none. */
const AT_ONCE = 1000
/** Before every instant. */
const THE_BEGINNING: Instant = '-infinity'
type WarnNeeds = Pick<CasesNeeds, 'publicUrl'>

/** Warns, in every organisation, whoever its ladder names for each running term whose moment has come (F-19). Twice at once warns once. */
export async function warnEverywhere(ground: Ground, needs: WarnNeeds): Promise<number> {
  let warned = 0
  for (const organisationId of await everyOrganisation(ground)) {
    for (let dueFrom: Instant | null = THE_BEGINNING; dueFrom !== null; ) {
      const done: Warning = await doWork(ground, systemActor(organisationId), (work) => warnSome(needs, work, dueFrom!))
      dueFrom = done.goesOnFrom
      warned += done.warned
    }
  }
  return warned
}

type Warning = { warned: number; goesOnFrom: Instant | null }

/** One transaction's worth of warnings, of terms due from an instant on; `goesOnFrom` says where there may be more. */
async function warnSome(needs: WarnNeeds, work: Work, dueFrom: Instant): Promise<Warning> {
  const { tx, actor, now } = work
  const [settings, { items: ladder }] = await Promise.all([readCaseSettings(tx, actor.organisationId), readLadder(work)])
  const windows = windowsOf(ladder, settings, Date.parse(now))
  const found = windows.length === 0 ? [] : await readOwed(tx, actor.organisationId, windows, { dueFrom, most: AT_ONCE })
  const more = found.length === AT_ONCE
  // A term's rungs are told together, of the highest: those that the cut may have parted come with the next.
  const owed = more ? found.filter(({ termId }) => termId !== found.at(-1)!.termId) : found
  if (owed.length === 0) return { warned: 0, goesOnFrom: null }
  const people = await whomToWarn(work, ladder, settings, owed)
  const rungs = owed.map((rung) => ({ ...rung, id: newId(), personId: people.idFor(rung) }))
  const written = await insertWarnings(tx, actor.organisationId, rungs, now)
  const told = highestOfEach(ladder, rungs.filter(({ id }) => written.has(id)))
  for (const rung of told) tell(needs, work, rung, people.known.get(rung.personId!)!)
  for (const rung of owedByAreas(ladder, rungs.filter(({ id }) => written.has(id)))) await warnArea(work, rung)
  return { warned: told.length, goesOnFrom: more ? owed.at(-1)!.dueAt : null }
}

/** Branches with one calendar share what is worked out of it. */
function windowsOf(ladder: Ladder, { branches, terms }: CaseSettings, now: number): BranchWindow[] {
  const known = new Map<unknown, ReturnType<typeof rungWindows>>()
  return [...branches.keys()].flatMap((branchId) => {
    const calendar = terms.calendarOf(branchId)
    if (!known.has(calendar)) known.set(calendar, rungWindows(ladder, calendar, now))
    return known.get(calendar)!.map(({ rung, from, until }) => ({ branchId, rung, from: new Date(from).toISOString(), until: new Date(until).toISOString() }))
  })
}

type People = { known: Map<string, Warned>; idFor(rung: OwedRung): string | null }

async function whomToWarn({ tx, actor, now }: Work, ladder: Ladder, settings: CaseSettings, owed: readonly OwedRung[]): Promise<People> {
  const zones = [...new Set(owed.map(({ branchId }) => branchId))].map((id) => settings.branches.get(id)!)
  const [responsibles, holders] = await Promise.all([
    Promise.all(zones.map(async (branch) => [branch.id, await responsibleNow(tx, actor.organisationId, settings, branch, now)] as const)),
    readHolders(tx, actor.organisationId, localDay(zones[0]!, now)),
  ])
  const responsible = new Map(responsibles)
  const holder = (role: 'head' | 'executive', branchId: string) => holders.find((one) => one.role === role && (one.branchId === branchId || one.branchId === null))?.personId ?? null
  const ids = [...owed.map(({ ownerId }) => ownerId), ...responsible.values(), ...holders.map(({ personId }) => personId)].filter((id) => id !== null)
  const known = new Map((await readPeople(tx, actor.organisationId, [...new Set(ids)])).map((person) => [person.id, person]))
  const to = new Map(ladder.map((rung) => [rungName(rung), rung.to]))
  const order: RungTo[] = ['owner', 'branch-responsible', 'head', 'executive']
  const of: Record<RungTo, (rung: OwedRung) => string | null> = {
    owner: ({ ownerId }) => ownerId, 'branch-responsible': ({ branchId }) => responsible.get(branchId) ?? null, head: ({ branchId }) => holder('head', branchId), executive: ({ branchId }) => holder('executive', branchId),
  }
  // A rung without anybody on it is climbed: a term nobody owns is the branch's, a branch nobody answers for the head's.
  const idFor = (rung: OwedRung) => order.slice(order.indexOf(to.get(rung.rung) ?? 'owner')).map((each) => of[each](rung)).find((id) => id !== null && known.has(id)) ?? null
  return { known, idFor }
}

type Rung = OwedRung & { id: string; personId: string | null }

/** One mail to a person about a term, of the highest rung that is theirs now, however many were missed while the program stood still. */
function highestOfEach(ladder: Ladder, rungs: readonly Rung[]): Rung[] {
  const height = new Map(ladder.map((rung, at) => [rungName(rung), at]))
  const highest = new Map<string, Rung>()
  for (const rung of rungs.filter(({ personId }) => personId !== null)) {
    const key = `${rung.termId} ${rung.personId}`
    const before = highest.get(key)
    if (!before || height.get(rung.rung)! > height.get(before.rung)!) highest.set(key, rung)
  }
  return [...highest.values()]
}

/** An area that owes its answer is warned too, once a pass, whichever rungs its term has reached. */
const owedByAreas = (ladder: Ladder, rungs: readonly Rung[]): Rung[] => highestOfEach(ladder, rungs.filter(({ owingAreaId }) => owingAreaId !== null).map((rung) => ({ ...rung, personId: rung.owingAreaId })))

const warnArea = (work: Work, { caseId, dueAt, owingAreaId }: Rung): Promise<void> =>
  tellArea(work, caseId, owingAreaId!, 'area-overdue', (t, { number }, area) => ({
    subject: work.now > dueAt ? t.areaOverdue({ number, area }) : t.areaDue({ number, area }), paragraphs: [t.owed({ area })], dueAt,
  }))

function tell({ publicUrl }: WarnNeeds, work: Work, rung: Rung, person: Warned): void {
  const { id, caseId, termId, dueAt } = rung
  queueMail(work, { purpose: 'warning', subject: ['case', caseId], recipient: person.email, recipientName: person.name, language: person.language, content: warningMail(publicUrl, work.now, rung, person) })
  note(work, { action: 'warning-sent', subject: ['case', caseId], details: { warningId: id, termId, rung: rung.rung, personId: person.id, dueAt } })
  work.changed({ kind: 'warning', id, action: 'warning-sent', branchId: rung.branchId, areaIds: rung.areaIds, supplierId: rung.supplierId })
}

function warningMail(publicUrl: URL, now: string, { number, title, dueOn, dueAt, name, rung }: Rung, { language, name: person }: Warned): MailContent {
  const t = { es, en }[language]
  const said = { number, due: longDay(dueOn, language) }
  return {
    subject: now > dueAt ? t.warnings.overdue(said) : t.warnings.dueSoon(said),
    greeting: t.mails.greeting(person),
    paragraphs: [t.warnings.why[rung.split(':')[0] as RungTo], t.warnings.whatToDo],
    facts: [[t.facts.number, number], [t.facts.about, title], [t.facts.due, said.due], [t.facts.rule, name[language]]],
    link: { label: t.warnings.open, url: new URL(`/cases/${encodeURIComponent(number)}`, publicUrl).href },
    automatic: true,
  }
}
