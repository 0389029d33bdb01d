import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { NotFound, Refusal } from '#kernel/refusal.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { askArea } from './ask-area.ts'
import { answerMailFailed, answerMailSent, recordDelivery } from './decide-answer.ts'
import { snoozeCase } from './link-case.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { readDrafts, saveDraft } from './save-draft.ts'
import { writeNote } from './write-note.ts'

const { company, head, agent, responsible, system, as, sheet, explained, running, timeline, answer, close, clock } = await aCaseDesk()
const { db } = company.ground

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

  describe('while an answer is on its way', () => {
    const reporter = { name: 'Luz', email: 'luz@clinica.example' }
    const BOTH = ['CO-PET-GEN', 'INT-FIRST']
    const aMailed = (asked: object = {}) => aCase(company, agent, { channel: 'mail', reporter, ...asked })
    const mailOf = async (answerId: string) => (await db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`))[0]!.mailId
    const leaves = async (answerId: string) => as(system, async (work) => answerMailSent(work, await mailOf(answerId), clock.now()))
    const merge = async (one: string, into: string) => (await as(head, (work) => mergeCase(work, one, { into, reason: 'El mismo hecho' }))).mergeId
    const unmerge = (mergeId: string) => as(head, (work) => unmergeCase(work, mergeId))
    const cameBack = (answerId: string) => as(agent, (work) => recordDelivery(work, answerId, { delivered: false, proof: 'Volvió: buzón lleno' }))
    /** What is kept of a case and its clocks, but for who it is and that something happened. */
    const kept = async (id: string) => db.asOwner(async (tx) => ({
      row: await tx`select to_jsonb(c) - array['id', 'seq', 'number', 'description', 'search', 'version'] as row from cases c where id = ${id}`,
      terms: await tx`select to_jsonb(t) - array['id', 'case_id'] as row from case_terms t where case_id = ${id} order by rule_id, received_at`,
    }))

    test('it answers the one that remains as well when it leaves, and un-merging restores both exactly: its own case answered, the other owed its answer', async () => {
      const [one, two, alone] = [await aMailed({ title: 'Vacío' }), await aMailed({ title: 'Vacío' }), await aMailed({ title: 'Vacío' })]
      const untouched = await kept(two.id)
      const [onOne, onAlone] = [await answer(one.number, { way: 'mail' }), await answer(alone.number, { way: 'mail' })]
      const mergeId = await merge(one.number, two.number)
      expect((await running(two.number)).sort()).toEqual([...BOTH, ...BOTH].sort())
      clock.pass(1)
      for (const { answerId } of [onOne, onAlone]) await leaves(answerId)
      const at = clock.now()

      const merged = await sheet(two.number)
      expect(merged).toMatchObject({ status: 'answered', answeredAt: at, dueAt: null, owed: null })
      expect(merged.terms.map(({ state, metAt }) => [state, metAt])).toEqual(merged.terms.map(({ clock: of }) => (of === 'acknowledgement' ? expect.anything() as unknown : ['met', at])))
      expect(merged.may['close']).toBeNull()
      expect((await timeline(two.number)).slice(-2)).toMatchObject([{ action: 'merged-answer-told', number: two.number, details: { from: one.number } }, { action: 'answer-sent', number: one.number }])

      clock.pass(60)
      await unmerge(mergeId)
      expect(await kept(two.id)).toEqual(untouched)
      expect(await kept(one.id)).toEqual(await kept(alone.id))
      expect(await sheet(one.number)).toMatchObject({ status: 'answered', answeredAt: at })
      expect((await timeline(two.number)).map(({ action }) => action).slice(-3)).toEqual(['merged-answer-told', 'merged-answer-untold', 'case-released'])
    })

    test('what reached the customer answers only where a person or the merits are waited for', async () => {
      const [one, two] = [await aMailed(), await aMailed()]
      const { answerId } = await answer(one.number, { way: 'mail', final: false })
      const mergeId = await merge(one.number, two.number)
      await leaves(answerId)
      expect([(await sheet(two.number)).status, await running(two.number)]).toEqual(['open', ['CO-PET-GEN', 'CO-PET-GEN']])
      await unmerge(mergeId)
      expect([(await running(one.number)).sort(), (await running(two.number)).sort()]).toEqual([['CO-PET-GEN'], BOTH])
    })

    test('a letter that is delivered later is what the one that remains is closed upon', async () => {
      const [one, two] = [await aMailed(), await aMailed()]
      const { answerId } = await answer(one.number, { way: 'letter', recipient: 'Calle 1' })
      await merge(one.number, two.number)
      expect((await sheet(two.number)).may['close']).toBe('not-answered-yet')
      await expect(close(two.number)).rejects.toEqual(refused('not-answered-yet'))
      const at = clock.now()
      clock.pass(60)
      await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, at, proof: 'Guía 1' }))
      expect(await running(two.number)).toEqual([])
      await close(two.number)
      expect(await sheet(two.number)).toMatchObject({ status: 'closed', answeredAt: at, closure: { toldWay: 'letter', toldAt: at } })
    })

    test('what the customer was told before the other was received is no answer to it', async () => {
      const one = await aMailed()
      await answer(one.number)
      clock.pass(60)
      const two = await aMailed()
      await merge(one.number, two.number)
      expect((await sheet(two.number)).may['close']).toBe('not-answered-yet')
      await expect(close(two.number)).rejects.toEqual(refused('not-answered-yet'))
    })

    test('one that came back is owed again by the one that remains, whose owner hears of it, and no more by the other', async () => {
      const [one, two] = [await aMailed(), await aMailed()]
      const untouched = await kept(one.id)
      await db.asOwner((tx) => tx`update cases set owner_id = ${responsible.id} where id = ${two.id}`)
      const other = await kept(two.id)
      const { answerId } = await answer(one.number, { way: 'mail' })
      const mergeId = await merge(one.number, two.number)
      await leaves(answerId)
      await close(two.number)
      clock.pass(60)
      await cameBack(answerId)
      expect([(await sheet(two.number)).status, (await running(two.number)).length, (await sheet(two.number)).may['close']]).toEqual(['open', 4, 'not-answered-yet'])
      expect(await db.asOwner((tx) => tx`select state from outgoing_mails where purpose = 'answer-not-delivered' and subject_id = ${two.id}`)).toHaveLength(1)
      expect((await timeline(two.number)).slice(-2)).toMatchObject([{ action: 'merged-answer-untold', details: { runs: expect.arrayContaining(BOTH) as unknown } }, { action: 'answer-not-delivered', number: one.number }])
      await unmerge(mergeId)
      expect([await kept(one.id), await kept(two.id)]).toEqual([untouched, other])
    })

    test('a mail that no server takes is told to whoever answers for the one that remains', async () => {
      const [one, two] = [await aMailed(), await aMailed()]
      await db.asOwner((tx) => tx`update cases set owner_id = ${responsible.id} where id = ${two.id}`)
      const { answerId } = await answer(one.number, { way: 'mail' })
      await merge(one.number, two.number)
      await as(system, async (work) => answerMailFailed(work, await mailOf(answerId), 'no such user'))
      expect(await db.asOwner((tx) => tx`select state from outgoing_mails where purpose = 'answer-not-delivered' and subject_id = ${two.id}`)).toHaveLength(1)
      expect((await running(two.number)).length).toBe(4)
    })

    test('what the customer was told of the other besides stays its answer when they are parted', async () => {
      const [one, two] = [await aMailed(), await aMailed()]
      const { answerId } = await answer(one.number, { way: 'mail' })
      const mergeId = await merge(one.number, two.number)
      await leaves(answerId)
      clock.pass(60)
      await answer(two.number)
      const at = clock.now()
      clock.pass(60)
      await unmerge(mergeId)
      expect(await sheet(two.number)).toMatchObject({ status: 'answered', answeredAt: at })
      expect((await sheet(two.number)).terms.map(({ state, metAt }) => [state, metAt])).toEqual([['met', at], ['met', at]])
    })

    test('put aside until its date, the other stays so when they are parted; beyond it, it is looked at again', async () => {
      const until = new Date(Date.parse(clock.now()) + 3_600_000).toISOString()
      const parted = async (putAside: { before?: string; after?: string }) => {
        const [one, two] = [await aMailed(), await aMailed()]
        const aside = (at: string | undefined) => at && as(agent, (work) => snoozeCase(work, two.number, { until: at, reason: 'Espera la guía' }))
        await aside(putAside.before)
        const { answerId } = await answer(one.number, { way: 'mail' })
        const mergeId = await merge(one.number, two.number)
        await leaves(answerId)
        await aside(putAside.after)
        await unmerge(mergeId)
        return (await sheet(two.number)).snoozedUntil
      }
      expect([await parted({ before: until }), await parted({ after: '2030-01-01T00:00:00.000Z' })]).toEqual([until, null])
    })

    test('through a chain it answers the last, and each is restored from its end', async () => {
      const [a, b, c] = [await aMailed(), await aMailed(), await aMailed()]
      const { answerId } = await answer(a.number, { way: 'mail' })
      const [first, second] = [await merge(a.number, b.number), await merge(b.number, c.number)]
      await leaves(answerId)
      expect([(await sheet(c.number)).status, await running(c.number)]).toEqual(['answered', []])
      await unmerge(second)
      expect([(await sheet(c.number)).status, (await running(c.number)).sort()]).toEqual(['open', BOTH])
      expect([(await sheet(b.number)).status, await running(b.number)]).toEqual(['answered', []])
      await unmerge(first)
      expect([(await sheet(b.number)).status, (await running(b.number)).sort()]).toEqual(['open', BOTH])
      expect([(await sheet(a.number)).status, await running(a.number)]).toEqual(['answered', []])
    })

    test('one that came back after its case went on, and had been told before, is said where its clocks are', async () => {
      const [a, b, c] = [await aMailed(), await aMailed(), await aMailed()]
      const { answerId } = await answer(a.number, { way: 'mail' })
      const first = await merge(a.number, b.number)
      await leaves(answerId)
      const second = await merge(b.number, c.number)
      await expect(cameBack(answerId)).rejects.toEqual(refused('case-merged'))
      await unmerge(second)
      await cameBack(answerId)
      expect((await running(b.number)).length).toBe(4)
      await unmerge(first)
      for (const { number } of [a, b]) expect([(await sheet(number)).status, (await running(number)).sort()]).toEqual(['open', BOTH])
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
