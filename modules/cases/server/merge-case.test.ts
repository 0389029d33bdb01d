import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { NotFound, Refusal } from '#kernel/refusal.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { askArea } from './ask-area.ts'
import { snoozeCase } from './link-case.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { readDrafts, saveDraft } from './save-draft.ts'
import { writeNote } from './write-note.ts'

const { company, head, agent, responsible, as, sheet, explained, timeline, answer, close, clock } = await aCaseDesk()

describe('merging', () => {
  test('moves clocks and requests, leads numbers on, and un-merging restores both exactly', async () => {
    clock.set('2026-07-15T15:00:00.000Z')
    const [one, two] = [await withEverything('2026-07-15T13:30:00.000Z'), await withEverything()]
    const before = await snapshot([one.id, two.id])
    const { mergeId } = await as(responsible, (work) => mergeCase(work, one.number, { into: two.number, reason: 'El mismo hecho' }))

    const merged = await sheet(one.number)
    expect(merged).toMatchObject({ number: two.number, alias: one.number, merged: [{ number: one.number, mergeId }] })
    expect(merged.terms.filter(({ governs }) => governs)).toHaveLength(1)
    expect(merged.terms.find(({ governs }) => governs)!.receivedAt).toBe('2026-07-15T13:30:00.000Z')
    expect(merged.areaRequests).toHaveLength(2)
    expect((await as(agent, (work) => readDrafts(work, two.number))).items).toHaveLength(2)
    expect((await timeline(two.number)).map(({ number }) => number)).toContain(one.number)
    await explained(two.number)
    await expect(as(responsible, (work) => mergeCase(work, one.number, { into: two.number, reason: 'Otra vez' }))).rejects.toThrow(Refusal)

    await as(responsible, (work) => unmergeCase(work, mergeId))
    expect(await snapshot([one.id, two.id])).toEqual(before)
    await expect(as(responsible, (work) => unmergeCase(work, mergeId))).rejects.toEqual(refused('merge-undone'))
    expect(await sheet(one.number)).toMatchObject({ number: one.number, alias: null, mergedInto: null })
  })

  test('a clock that moved while they were one still moves the case when they are parted', async () => {
    const [one, two] = [await aCase(company, agent), await aCase(company, agent)]
    const { mergeId } = await as(head, (work) => mergeCase(work, one.number, { into: two.number, reason: 'El mismo hecho' }))
    await company.ground.db.asOwner((tx) => tx`update case_terms set due_at = due_at + interval '2 days', due_on = due_on + 2 where case_id = ${two.id} and state = 'running'`)
    await as(head, (work) => unmergeCase(work, mergeId))
    const { dueAt, terms } = await sheet(one.number)
    expect(dueAt).toBe(terms.map((term) => term.dueAt).filter((at) => at !== null).sort()[0])
    const [kept] = await company.ground.db.asOwner((tx) => tx<{ owedAt: string }>`select owed_at from cases where id = ${one.id}`)
    expect(kept!.owedAt).toBe(terms.find(({ layer }) => layer === 'law')!.dueAt)
  })

  test('goes on through a chain, and is undone from its end', async () => {
    const [a, b, c] = [await aCase(company, agent), await aCase(company, agent), await aCase(company, agent)]
    const first = await as(head, (work) => mergeCase(work, a.number, { into: b.number, reason: 'Igual' }))
    const second = await as(head, (work) => mergeCase(work, b.number, { into: c.number, reason: 'Igual' }))
    expect(await sheet(a.number)).toMatchObject({ number: c.number, alias: a.number })
    expect((await sheet(c.number)).merged.map(({ number }) => number).sort()).toEqual([a.number, b.number].sort())
    await expect(as(head, (work) => unmergeCase(work, first.mergeId))).rejects.toEqual(refused('merge-went-on'))
    await as(head, (work) => unmergeCase(work, second.mergeId))
    await as(head, (work) => unmergeCase(work, first.mergeId))
    for (const { number } of [a, b, c]) expect(await sheet(number)).toMatchObject({ number, status: 'open' })
  })

  test('refuses itself, two customers, and what is closed', async () => {
    const [a, b, c] = [await named(0), await named(1), await named(0)]
    await expect(as(head, (work) => mergeCase(work, a.number, { into: a.number, reason: 'Igual' }))).rejects.toEqual(refused('merge-with-itself'))
    await expect(as(head, (work) => mergeCase(work, a.number, { into: b.number, reason: 'Igual' }))).rejects.toEqual(refused('merge-other-customer'))
    await answer(c.number)
    await close(c.number)
    await expect(as(head, (work) => mergeCase(work, a.number, { into: c.number, reason: 'Igual' }))).rejects.toEqual(refused('merge-closed'))
    await expect(as(head, (work) => unmergeCase(work, newId()))).rejects.toThrow(NotFound)
  })

  describe('tells the customers', () => {
    const reporter = { name: 'Luz', email: 'luz@clinica.example' }
    const merge = async (one: string, two: string) => (await as(head, (work) => mergeCase(work, one, { into: two, reason: 'Igual' }))).mergeId
    const mails = (ids: readonly string[]) =>
      company.ground.db.asOwner((tx) => tx<{ recipient: string; state: string; subject: string; paragraphs: string[] }>`
        select recipient, state, content ->> 'subject' as subject, content -> 'paragraphs' as paragraphs from outgoing_mails where purpose = 'merge-notice' and subject_id = any (${ids}::uuid[]) order by id`)
    const notices = async (number: string) => (await timeline(number)).filter(({ message }) => message?.kind === 'notice').map(({ action, message }) => ({ action, visibility: message!.visibility, body: message!.body }))

    test('by mail with both numbers, as a message of the timeline; and of its undoing', async () => {
      const [one, two] = [await aCase(company, agent, { reporter }), await aCase(company, agent, { reporter: { email: 'otro@clinica.example' }, language: 'en' })]
      const mergeId = await merge(one.number, two.number)
      const sent = await mails([one.id, two.id])
      expect(sent.map(({ recipient }) => recipient)).toEqual(['luz@clinica.example', 'otro@clinica.example'])
      for (const { subject, paragraphs } of sent) for (const { number } of [one, two]) expect([subject, paragraphs[0]]).toEqual([expect.stringContaining(number), expect.stringContaining(number)])
      expect((await notices(two.number)).map(({ action, visibility }) => [action, visibility])).toEqual([['case-merged', 'customer'], ['case-absorbed', 'customer']])
      expect((await notices(two.number))[0]!.body).toBe(sent[0]!.paragraphs[0])

      await company.ground.db.asOwner((tx) => tx`update outgoing_mails set state = 'sent', attempts = 1 where purpose = 'merge-notice'`)
      await as(head, (work) => unmergeCase(work, mergeId))
      expect((await mails([one.id, two.id])).slice(2)).toMatchObject([{ recipient: 'luz@clinica.example', subject: expect.stringContaining('por separado') as string }, { recipient: 'otro@clinica.example', subject: expect.stringContaining('apart again') as string }])
      expect((await notices(one.number)).map(({ action }) => action)).toEqual(['case-merged', 'case-unmerged'])
    })

    test('once where both are reached at one address', async () => {
      const [one, two] = [await aCase(company, agent, { reporter }), await aCase(company, agent, { reporter: { email: 'Luz@clinica.example' } })]
      await merge(one.number, two.number)
      expect((await mails([one.id, two.id])).map(({ recipient }) => recipient)).toEqual(['luz@clinica.example'])
    })

    test('not at all when it is undone before the mail left: it is taken back, and the history says so', async () => {
      const [one, two] = [await aCase(company, agent, { reporter }), await aCase(company, agent, { reporter })]
      const mergeId = await merge(one.number, two.number)
      await as(head, (work) => unmergeCase(work, mergeId))
      expect((await mails([one.id, two.id])).map(({ state }) => state)).toEqual(['cancelled'])
      expect((await timeline(one.number)).find(({ action }) => action === 'case-unmerged')!.details).toMatchObject({ takenBack: true })
    })

    test.each<[string, object]>([
      ['has no address', {}],
      ['asked for no mail', { reporter, acknowledge: false }],
      ['asked not to be contacted', { reporter, subjects: ['do-not-contact'] }],
    ])('never one who %s', async (_, facts) => {
      const [one, two] = [await aCase(company, agent, facts), await aCase(company, agent, facts)]
      const mergeId = await merge(one.number, two.number)
      await as(head, (work) => unmergeCase(work, mergeId))
      expect(await mails([one.id, two.id])).toEqual([])
      expect(await notices(one.number)).toEqual([])
    })
  })

  const named = (at: number) => aCase(company, agent, { customer: { status: 'known', customerId: company.customers[at]!.id } })

  async function withEverything(receivedAt = company.ground.now()) {
    const theCase = await aCase(company, agent, { receivedAt, customer: { status: 'known', customerId: company.customers[2]!.id } })
    await as(agent, (work) => askArea(work, theCase.number, { areaId: company.areas['ENT']!, question: '¿Qué pasó?', files: [] }))
    await as(agent, (work) => writeNote(work, theCase.number, { kind: 'note', body: 'Llamó dos veces', mentions: [], files: [] }))
    await as(agent, (work) => saveDraft(work, theCase.number, 'answer', { body: 'Estimada', fields: {}, overwrite: false }, 0))
    await as(agent, (work) => snoozeCase(work, theCase.number, { until: new Date(Date.parse(company.ground.now()) + 3_600_000).toISOString(), reason: 'Espera la guía' }))
    return theCase
  }

  /** Every row of both cases, but for the counter that says something happened. */
  const snapshot = (ids: readonly string[]) =>
    company.ground.db.asOwner(async (tx) => ({
      cases: await tx`select to_jsonb(c) - 'version' - 'search' as row from cases c where id = any (${ids}::uuid[]) order by id`,
      terms: await tx`select to_jsonb(t) as row from case_terms t where case_id = any (${ids}::uuid[]) order by id`,
      requests: await tx`select to_jsonb(t) as row from area_requests t where case_id = any (${ids}::uuid[]) order by id`,
      messages: await tx`select to_jsonb(t) as row from case_messages t where case_id = any (${ids}::uuid[]) order by id`,
      drafts: await tx`select to_jsonb(t) as row from case_drafts t where case_id = any (${ids}::uuid[]) order by case_id, author_id, kind`,
    }))
})
