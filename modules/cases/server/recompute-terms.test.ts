import { beforeAll, describe, expect, test } from 'vitest'
import { changeDays, type CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'
import type { CalendarFacts, RuleFacts } from '#modules/calendars/contract.ts'
import { applyCalendarVersion, assignBranchCalendar, addCalendar, listCalendars, proposeCalendarVersion, readCalendar } from '#modules/calendars/server/keep-calendars.ts'
import { addRuleVersion, proposeRuleVersion, putRuleOut, readRule } from '#modules/calendars/server/keep-rules.ts'
import { computeTermOf } from '#modules/calendars/server/compute-term.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, aCompany, anActor, casesNeeds, doing, type Company } from '#test/builders.ts'
import { aGround, type TestGround } from '#test/harness.ts'
import { closeCase } from './close-case.ts'
import { extendTerm, pauseTerm } from './extend-term.ts'
import { readTermsExplained } from './read-terms.ts'
import { recomputeTerms } from './recompute-terms.ts'
import { openTermsBefore } from './store-recompute.ts'
import { previewTerms } from './weigh-terms.ts'

let ground: TestGround
let company: Company
let head: Actor
const asked: { organisationId: string; changeId: string }[] = []
const needs = { previewTerms, onTermsChanged: ({ actor }: Work, { id }: { id: string }) => void asked.push({ organisationId: actor.organisationId, changeId: id }) }
const LEY_2578 = 'Nuestra Señora del Rosario de Chiquinquirá'

beforeAll(async () => {
  ground = await aGround()
  company = await aCompany(ground)
  head = await anActor(company, 'head')
})

const facts = ({ week, laterWeeks, holidays, specialDays, saturdayCounts }: CalendarDefinition): CalendarFacts => ({ week, holidays, specialDays, ...(laterWeeks && { laterWeeks }), ...(saturdayCounts && { saturdayCounts }) })
const ruleFacts = (rule: TermRule): RuleFacts => Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'id' && key !== 'version')) as RuleFacts

/** A company whose calendar does not know of the law of 2026 yet, with its calendar's id. */
async function before2578(): Promise<{ own: Company; boss: Actor; calendarId: string }> {
  const own = await aCompany(ground)
  const boss = await anActor(own, 'head')
  const [calendar] = (await doing(own, boss, listCalendars)).items
  await ground.db.asOwner((tx) => tx`
    update calendar_versions set definition = jsonb_set(definition, '{holidays}', (select jsonb_agg(h) from jsonb_array_elements(definition -> 'holidays') h where h #>> '{name,es}' <> ${LEY_2578}))
    where organisation_id = ${own.organisationId}`)
  return { own, boss, calendarId: calendar!.id }
}
const lawOf = (holidays: CalendarFacts['holidays']): CalendarFacts['holidays'] => [...holidays, { name: { es: LEY_2578, en: 'Our Lady' }, date: { kind: 'next-monday', month: 7, day: 9 }, source: 'Ley 2578 de 2026, art. 6', since: '2026-06-01' }]
const reason = 'Ley 2578 de 2026, artículo 6: rige el lunes 13 de julio'
const dueOf = (own: Company, boss: Actor, number: string) =>
  doing(own, boss, (work) => readTermsExplained(casesNeeds, work, number)).then(({ items }) => items.find(({ rule }) => rule === 'CO-PET-GEN')!)
const settle = async () => {
  for (const one of asked.splice(0)) await recomputeTerms(ground, one)
}

describe('the holiday of Ley 2578 comes in while cases are open', () => {
  test('preview tells what apply does: 21 July becomes 22 July, with the reason and a note; the closed case stays', async () => {
    ground.clock.set('2026-06-26T16:00:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const open = await aCase(own, boss)
    const ended = await aCase(own, boss)
    await doing(own, boss, (work) => closeCase(work, ended.number, { causeId: own.causes['ENTREGA']!, actionTaken: 'Se entregó el cilindro', remedy: 'explanation', told: { way: 'telephone', at: ground.now() } }))
    expect((await dueOf(own, boss, open.number)).dueOn).toBe('2026-07-21')
    const closedBefore = await dueOf(own, boss, ended.number)

    const { definition, version } = await doing(own, boss, (work) => readCalendar(work, calendarId))
    const next = { ...facts(definition), holidays: lawOf(definition.holidays) }
    const preview = await doing(own, boss, (work) => proposeCalendarVersion(needs, work, calendarId, { definition: next, limit: 50 }))
    expect(preview.counts).toMatchObject({ later: 1, earlier: 0, overdue: 0, complete: true })
    expect(preview.items).toMatchObject([{ number: open.number, rule: 'CO-PET-GEN', outcome: 'later', before: { dueOn: '2026-07-21' }, after: { dueOn: '2026-07-22' }, why: [expect.stringContaining(LEY_2578)] }])
    // Nothing was written.
    expect((await dueOf(own, boss, open.number)).dueOn).toBe('2026-07-21')

    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: next, reason }, version))
    await settle()
    const after = await dueOf(own, boss, open.number)
    expect(after).toMatchObject({ dueOn: '2026-07-22', dueAt: preview.items[0]!.after.dueAt, calendar: { id: calendarId, version: 2 } })
    expect(await dueOf(own, boss, ended.number)).toEqual(closedBefore)
    const [noted] = await ground.db.asOwner((tx) => tx<{ reason: string; actorId: string; details: { terms: unknown[] } }>`
      select reason, actor_id, details from history where organisation_id = ${own.organisationId} and subject_id = ${open.id} and action = 'term-recomputed'`)
    expect(noted).toMatchObject({ reason, actorId: boss.id, details: { terms: [{ rule: 'CO-PET-GEN', from: '2026-07-21', to: '2026-07-22', calendarVersion: 2 }] } })
    const [governing] = await ground.db.asOwner((tx) => tx<{ dueOn: string }>`select due_on from cases where id = ${open.id}`)
    expect(governing!.dueOn).toBe('2026-07-22')
  })

  test('the worked example: received at 16:40 on 26 June, due on the 21st, on the 22nd by the law; done again, it changes nothing', async () => {
    ground.clock.set('2026-06-26T21:40:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const open = await aCase(own, boss)
    expect((await dueOf(own, boss, open.number)).dueOn).toBe('2026-07-21')
    const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: { ...facts(definition), holidays: lawOf(definition.holidays) }, reason }, null))
    const [change] = asked
    await settle()
    expect((await dueOf(own, boss, open.number)).dueOn).toBe('2026-07-22')
    // Twice, and once more for those that were being registered: nothing left to do.
    await recomputeTerms(ground, change!)
    await recomputeTerms(ground, { ...change!, again: true })
    const notes = await ground.db.asOwner((tx) => tx`select id from history where subject_id = ${open.id} and action = 'term-recomputed'`)
    expect(notes.length).toBe(1)
    expect((await doing(own, boss, (work) => readCalendar(work, calendarId))).change).toMatchObject({ moved: 1, finishedAt: expect.any(String) })
  })

  test('a case registered by the former version while the change went through is followed by the second pass', async () => {
    ground.clock.set('2026-06-26T21:40:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: { ...facts(definition), holidays: lawOf(definition.holidays) }, reason }, null))
    const [change] = asked
    await settle()
    const late = await aCase(own, boss)
    await ground.db.asOwner((tx) => tx`update case_terms set calendar_version = 1, due_on = '2026-07-21', due_at = '2026-07-22T04:59:59Z' where case_id = ${late.id}`)
    await recomputeTerms(ground, { ...change!, again: true })
    expect(await dueOf(own, boss, late.number)).toMatchObject({ dueOn: '2026-07-22', calendar: { version: 2 } })
  })

  test('an extension that the customer was told of is kept, though the new calendar would void it', async () => {
    ground.clock.set('2026-06-26T21:40:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: { ...facts(definition), holidays: lawOf(definition.holidays) }, reason }, null))
    await settle()
    const open = await aCase(own, boss)
    const term = await dueOf(own, boss, open.number)
    ground.clock.set('2026-07-22T15:00:00.000Z')
    await doing(own, boss, (work) => extendTerm(work, open.number, { termId: term.id, days: 5, reason: 'Falta el concepto técnico del laboratorio' }))
    const extended = await dueOf(own, boss, open.number)
    // The law is taken back: the term would have ended on the 21st, before the notice.
    const preview = await doing(own, boss, (work) => proposeCalendarVersion(needs, work, calendarId, { definition: facts(definition), limit: 50 }))
    expect(preview.items).toMatchObject([{ outcome: 'kept', after: { dueOn: extended.dueOn } }])
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: facts(definition), reason }, null))
    await settle()
    expect(await dueOf(own, boss, open.number)).toMatchObject({ dueOn: extended.dueOn, calendar: { version: 2 } })
  })

  test('a date that the customer has in their acknowledgement is kept where the new one is later; a day that is off now moves', async () => {
    ground.clock.set('2026-06-26T21:40:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const [mailed, printed, onPage] = [await aCase(own, boss, { reporter: { email: 'luz@clinica.example' } }), await aCase(own, boss), await aCase(own, boss, { channel: 'web' })]
    const applied = async (change: (facts: CalendarFacts) => CalendarFacts) => {
      const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
      const next = change(facts(definition))
      const preview = await doing(own, boss, (work) => proposeCalendarVersion(needs, work, calendarId, { definition: next, limit: 50 }))
      await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: next, reason }, null))
      await settle()
      return preview
    }
    const dates = () => Promise.all([mailed, printed, onPage].map(async ({ number }) => (await dueOf(own, boss, number)).dueOn))

    // The mail server took it: before that nobody has read a date in it.
    await ground.db.asOwner((tx) => tx`update outgoing_mails set state = 'sent', sent_at = ${ground.now()} where organisation_id = ${own.organisationId} and purpose = 'acknowledgement'`)
    const preview = await applied((law) => ({ ...law, holidays: lawOf(law.holidays) }))
    expect(preview.counts).toMatchObject({ later: 1, kept: 2 })
    expect(preview.items.find(({ number }) => number === mailed.number)).toMatchObject({ outcome: 'kept', after: { dueOn: '2026-07-21' }, why: ['se conserva: el cliente tiene esta fecha en su acuse'] })
    expect(await dates()).toEqual(['2026-07-21', '2026-07-22', '2026-07-21'])
    expect(await dueOf(own, boss, mailed.number)).toMatchObject({ calendar: { version: 1 } })

    // Nobody answers on a day on which nobody works, and everybody knows of it.
    await applied((law) => ({ ...law, specialDays: [{ date: '2026-07-21', name: { es: 'Duelo nacional', en: 'National mourning' }, legal: true, periods: [] }] }))
    expect(await dates()).toEqual(['2026-07-23', '2026-07-23', '2026-07-23'])
  })

  test('a date becomes an earlier one whoever was told the later', async () => {
    ground.clock.set('2026-06-26T21:40:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: { ...facts(definition), holidays: lawOf(definition.holidays) }, reason }, null))
    await settle()
    const open = await aCase(own, boss, { channel: 'web' })
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: facts(definition), reason }, null))
    await settle()
    expect((await dueOf(own, boss, open.number)).dueOn).toBe('2026-07-21')
  })

  test('a paused term takes the new version and stays paused', async () => {
    ground.clock.set('2026-06-26T21:40:00.000Z')
    const { own, boss, calendarId } = await before2578()
    const open = await aCase(own, boss)
    const term = await dueOf(own, boss, open.number)
    ground.clock.set('2026-07-02T15:00:00.000Z')
    await doing(own, boss, (work) => pauseTerm(work, open.number, { termId: term.id, cause: 'customer-completion', reason: 'Faltan las fotos' }))
    const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
    await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: { ...facts(definition), holidays: lawOf(definition.holidays) }, reason }, null))
    await settle()
    expect(await dueOf(own, boss, open.number)).toMatchObject({ state: 'paused', calendar: { version: 2 } })
  })
})

describe('calendars are kept', () => {
  const current = async () => {
    const [{ id } = { id: '' }] = (await doing(company, head, listCalendars)).items
    return doing(company, head, (work) => readCalendar(work, id))
  }

  test('what says nothing new, or other hours for days gone by, is refused', async () => {
    ground.clock.set('2026-06-26T16:00:00.000Z')
    const { id, definition, version } = await current()
    const apply = (more: Partial<CalendarFacts>, ifMatch: number | null = null) => doing(company, head, (work) => applyCalendarVersion(needs, work, id, { definition: { ...facts(definition), ...more }, reason }, ifMatch))
    await expect(apply({})).rejects.toMatchObject({ code: 'calendar-unchanged' })
    // The database orders keys as it likes: hours are the same hours all the same.
    const turned = changeDays(definition.week, (periods) => periods.map(({ from, to }) => ({ from, to })))
    await expect(apply({ week: turned })).rejects.toMatchObject({ code: 'calendar-unchanged' })
    const short = changeDays(definition.week, (periods) => periods.slice(0, 1).map(({ from }) => ({ from, to: '12:00' })))
    await expect(apply({ week: short })).rejects.toMatchObject({ code: 'hours-reach-back' })
    await expect(apply({ laterWeeks: [{ since: '2026-06-25', week: short }] })).rejects.toMatchObject({ code: 'hours-reach-back' })
    const special = { date: '2026-07-16', name: { es: 'Fiesta cívica', en: 'Civic day' }, periods: [], legal: false }
    await expect(apply({ specialDays: [special] }, version + 1)).rejects.toMatchObject({ version })
    await expect(apply({ laterWeeks: [{ since: '2026-06-26', week: short }] }, version)).resolves.toMatchObject({ version: 2 })
    await settle()
  })

  test('a branch keeps a calendar of its own for cases from then on', async () => {
    const { id } = await current()
    const own = await doing(company, head, (work) => addCalendar(work, { name: 'Medellín', copyOf: id }))
    await expect(doing(company, head, (work) => addCalendar(work, { name: 'medellin', copyOf: id }))).rejects.toMatchObject({ code: 'calendar-name-taken' })
    await doing(company, head, (work) => assignBranchCalendar(work, company.branches['MED']!, { calendarId: own.id }))
    const there = await doing(company, head, (work) => computeTermOf(work, { rule: 'CO-PET-GEN', received: ground.now(), branch: 'MED' }))
    expect(there.calendar).toEqual({ id: own.id, version: 1 })
    await doing(company, head, (work) => assignBranchCalendar(work, company.branches['MED']!, { calendarId: null }))
    const again = await doing(company, head, (work) => computeTermOf(work, { rule: 'CO-PET-GEN', received: ground.now(), branch: 'MED' }))
    expect(again.calendar.id).toBe(id)
  })

  test('a computation explains itself, and shows both readings of the week', async () => {
    const term = await doing(company, head, (work) => computeTermOf(work, { rule: 'CO-PET-GEN', received: '2026-06-26T16:00:00.000Z', branch: 'BOG' }))
    expect(term).toMatchObject({ dueOn: '2026-07-22', eitherWeek: { monFri: '2026-07-22' } })
    expect(term.explanation.join(' ')).toContain('Ley 1755 de 2015')
    expect(term.explanation.at(-1)).toBe('Calendario Colombia, versión 2.')
    await expect(doing(company, head, (work) => computeTermOf(work, { rule: 'NADA', received: ground.now() }))).rejects.toMatchObject({ fields: [{ path: 'rule', code: 'rule-unknown' }] })
    await expect(doing(company, head, (work) => computeTermOf(work, { rule: 'CO-PET-GEN', received: ground.now(), branch: 'ZZZ' }))).rejects.toMatchObject({ fields: [{ path: 'branch', code: 'branch-unknown-here' }] })
  })
})

describe('term rules are kept', () => {
  test('preview equals apply; the version written is another row, and a case of before takes it only when asked', async () => {
    ground.clock.set('2026-06-26T16:00:00.000Z')
    const own = await aCompany(ground)
    const boss = await anActor(own, 'head')
    const open = await aCase(own, boss)
    const { definition } = await doing(own, boss, (work) => readRule(work, 'CO-PET-GEN'))
    const shorter = { ...ruleFacts(definition), amount: 10 }
    const preview = await doing(own, boss, (work) => proposeRuleVersion(needs, work, 'CO-PET-GEN', { definition: shorter, limit: 50 }))
    expect(preview.items).toMatchObject([{ outcome: 'earlier', why: ['15 días hábiles → 10 días hábiles'] }])
    await doing(own, boss, (work) => addRuleVersion(needs, work, 'CO-PET-GEN', { definition: shorter, reason, openTerms: false }, 1))
    expect(asked).toEqual([])
    expect((await dueOf(own, boss, open.number)).ruleVersion).toBe(1)
    const newer = await aCase(own, boss)
    expect(await dueOf(own, boss, newer.number)).toMatchObject({ ruleVersion: 2, dueOn: preview.items[0]!.after.dueOn })
    await doing(own, boss, (work) => addRuleVersion(needs, work, 'CO-PET-GEN', { definition: { ...shorter, amount: 9 }, reason, openTerms: true }, 2))
    await settle()
    expect((await dueOf(own, boss, open.number)).ruleVersion).toBe(3)
    await expect(doing(own, boss, (work) => addRuleVersion(needs, work, 'CO-PET-GEN', { definition: { ...shorter, layer: 'internal' }, reason, openTerms: false }, 3))).rejects.toMatchObject({ code: 'rule-measures-other' })
  })

  test('a version that begins later leaves the days until then to the one before it; put out, a rule binds no new case', async () => {
    const own = await aCompany(ground)
    const boss = await anActor(own, 'head')
    const { definition } = await doing(own, boss, (work) => readRule(work, 'CO-PET-GEN'))
    await doing(own, boss, (work) => addRuleVersion(needs, work, 'CO-PET-GEN', { definition: { ...ruleFacts(definition), amount: 10, since: '2026-08-01' }, reason, openTerms: false }, 1))
    const on = (received: string) => doing(own, boss, (work) => computeTermOf(work, { rule: 'CO-PET-GEN', received }))
    expect((await on('2026-07-31T15:00:00.000Z')).counted.length).toBe(15)
    expect((await on('2026-08-03T15:00:00.000Z')).counted.length).toBe(10)
    await doing(own, boss, (work) => putRuleOut(work, 'CO-PET-GEN', 'La norma fue derogada'))
    await expect(on('2026-08-03T15:00:00.000Z')).rejects.toMatchObject({ fields: [{ code: 'rule-unknown' }] })
    await expect(doing(own, boss, (work) => putRuleOut(work, 'CO-PET-GEN', 'La norma fue derogada'))).rejects.toMatchObject({ code: 'rule-out-already' })
  })
})

test('many terms come in batches, and their preview in pages', async () => {
  ground.clock.set('2026-06-26T21:40:00.000Z')
  const { own, boss, calendarId } = await before2578()
  for (let i = 0; i < 12; i++) await aCase(own, boss)
  const [one] = await ground.db.asOwner((tx) => tx<{ id: string }>`select case_id as id from case_terms where organisation_id = ${own.organisationId} and rule_id = 'CO-PET-GEN' limit 1`)
  await ground.db.asOwner((tx) => tx`
    insert into case_terms (organisation_id, id, case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, state)
    select organisation_id, uuidv7(), case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, 'running'
    from case_terms, generate_series(1, 240) where case_id = ${one!.id} and rule_id = 'CO-PET-GEN'`)
  const { definition } = await doing(own, boss, (work) => readCalendar(work, calendarId))
  const next = { ...facts(definition), holidays: lawOf(definition.holidays) }
  const first = await doing(own, boss, (work) => proposeCalendarVersion(needs, work, calendarId, { definition: next, limit: 200 }))
  const second = await doing(own, boss, (work) => proposeCalendarVersion(needs, work, calendarId, { definition: next, limit: 200, cursor: first.nextCursor! }))
  expect([first.counts?.later, second.counts, new Set([...first.items, ...second.items].map(({ termId }) => termId)).size, second.nextCursor]).toEqual([252, null, 252, null])
  await doing(own, boss, (work) => applyCalendarVersion(needs, work, calendarId, { definition: next, reason }, null))
  const stopped = AbortSignal.abort()
  await expect(recomputeTerms(ground, asked[0]!, stopped)).rejects.toThrow('broken off')
  await settle()
  const left = await ground.db.asOwner((tx) => tx`select id from case_terms where organisation_id = ${own.organisationId} and rule_id = 'CO-PET-GEN' and due_on <> '2026-07-22'`)
  expect(left).toEqual([])
  expect((await doing(own, boss, (work) => readCalendar(work, calendarId))).change).toMatchObject({ moved: 252 })
})

test('the walk over open terms reads no table whole', async () => {
  const own = await aCompany(ground)
  const boss = await anActor(own, 'head')
  await aCase(own, boss)
  const [calendar] = (await doing(own, boss, listCalendars)).items
  // Enough for the planner to be tempted.
  await ground.db.asOwner((tx) => tx`
    insert into case_terms (organisation_id, id, case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, state)
    select organisation_id, uuidv7(), case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, 'running'
    from case_terms, generate_series(1, 10000) where organisation_id = ${own.organisationId} and rule_id = 'CO-PET-GEN'`)
  await ground.db.asOwner((tx) => tx`analyze case_terms, cases`)
  const { definition } = await doing(own, boss, (work) => readCalendar(work, calendar!.id))
  const { definition: rule } = await doing(own, boss, (work) => readRule(work, 'CO-PET-GEN'))
  // Counted inside the transaction that reads: what other sessions tell late is theirs.
  const read = await doing(own, boss, async (work) => {
    const steps = [
      await openTermsBefore(work.tx, own.organisationId, { kind: 'calendar', calendar: { ...definition, version: definition.version + 1 } }, null, 100),
      await openTermsBefore(work.tx, own.organisationId, { kind: 'rule', rule: { ...rule, version: rule.version + 1 } }, null, 100),
    ]
    const [scans] = await work.tx<{ seqScan: number }>`select seq_scan::integer from pg_stat_xact_user_tables where relname = 'case_terms'`
    return { found: steps.map(({ length }) => length), scans: scans!.seqScan }
  })
  expect(read).toEqual({ found: [100, 100], scans: 0 })
})
