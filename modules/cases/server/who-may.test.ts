import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, anActor, casesNeeds } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'
import { assignCase } from './assign-case.ts'
import { linkCase, snoozeCase, wakeCase } from './link-case.ts'
import { readCase } from './read-case.ts'
import { readTermsExplained } from './read-terms.ts'
import { readTimeline } from './read-timeline.ts'
import { writeNote } from './write-note.ts'

const { company, head, agent, responsible, delivery, as, sheet } = await aCaseDesk()

describe('who may', () => {
  test('what is outside the reach is not there', async () => {
    const { number } = await aCase(company, head, { branchId: company.branches['CAL']! })
    for (const body of [
      (work: Work) => readCase(work, number), (work: Work) => readTimeline(work, number, { limit: 5 }), (work: Work) => readTermsExplained(casesNeeds, work, number),
      (work: Work) => writeNote(work, number, { kind: 'note' as const, body: 'x', mentions: [], files: [] }), (work: Work) => assignCase(work, number, { ownerId: agent.id, reason: '' }),
    ] as ((work: Work) => Promise<unknown>)[])
      await expect(as(agent, body)).rejects.toThrow(NotFound)
  })

  test('whoever reads only cannot work', async () => {
    const auditor = await anActor(company, 'auditor')
    const { number } = await aCase(company, agent)
    await expect(as(auditor, (work) => writeNote(work, number, { kind: 'note', body: 'x', mentions: [], files: [] }))).rejects.toThrow(Forbidden)
    const { may } = await sheet(number, auditor)
    expect(new Set(Object.values(may))).toEqual(new Set(['forbidden']))
  })

  test('an owner works there; taking from somebody else says why', async () => {
    const { number } = await aCase(company, agent)
    await expect(as(responsible, (work) => assignCase(work, number, { ownerId: delivery.id, reason: 'x' }))).rejects.toEqual(wrong('ownerId', 'owner-cannot-work-it'))
    await expect(as(head, (work) => assignCase(work, number, { ownerId: agent.id, reason: '' }))).rejects.toEqual(refused('reason-needed'))
    await as(responsible, (work) => assignCase(work, number, { ownerId: agent.id, reason: '' }))
    expect((await sheet(number)).owner?.id).toBe(agent.id)
  })

  test('a supplier’s people see whom it is about, and part of how to reach them', async () => {
    const supplier = await anActor(company, 'supplier-agent', { supplierId: company.supplierId })
    const { number } = await aCase(company, supplier, { branch: 'BOG', reporter: { name: 'Luz', telephone: '300 123 4567', email: 'luz@clinica.example' } })
    const { reporter } = await sheet(number, supplier)
    expect(reporter).toMatchObject({ name: 'Luz', telephone: '••• ••• •567', email: 'l•••@clinica.example' })
  })

  test('snoozing, waking, linking', async () => {
    const [a, b] = [await aCase(company, agent), await aCase(company, agent)]
    await expect(as(agent, (work) => snoozeCase(work, a.number, { until: '2020-01-01T00:00:00.000Z', reason: 'Antes' }))).rejects.toEqual(refused('snooze-in-past'))
    await expect(as(agent, (work) => snoozeCase(work, a.number, { until: '2030-01-01T00:00:00.000Z', reason: 'Después' }))).rejects.toEqual(refused('snooze-beyond-due'))
    await as(agent, (work) => wakeCase(work, a.number))
    await expect(as(agent, (work) => linkCase(work, a.number, { to: a.number, reason: '' }))).rejects.toEqual(refused('link-with-itself'))
    await as(agent, (work) => linkCase(work, a.number, { to: b.number, reason: 'Mismo camión' }))
    expect((await sheet(b.number)).links).toMatchObject([{ number: a.number, reason: 'Mismo camión' }])
  })

  test('what is overdue may wait too: for the date of law where a target was missed, else to the end of the next working day', async () => {
    const { number, terms } = await aCase(company, agent)
    const law = terms.find(({ rule }) => rule === 'CO-PET-GEN')!
    const snooze = (until: string) => as(agent, (work) => snoozeCase(work, number, { until, reason: 'Llega el viernes' }))
    company.ground.clock.set('2026-07-03T15:00:00.000Z')
    expect(await sheet(number)).toMatchObject({ snoozeLimit: law.dueAt, may: { snooze: null } })
    await expect(snooze(new Date(Date.parse(law.dueAt) + 1).toISOString())).rejects.toEqual(refused('snooze-beyond-due'))
    await snooze(law.dueAt)
    expect((await sheet(number)).snoozedUntil).toBe(law.dueAt)

    company.ground.clock.set('2026-07-24T15:00:00.000Z')
    expect((await sheet(number)).snoozeLimit).toBe('2026-07-28T04:59:59.000Z')
    await expect(snooze('2026-07-28T05:00:00.000Z')).rejects.toEqual(refused('snooze-beyond-due'))
    await snooze('2026-07-27T13:00:00.000Z')
  })
})
