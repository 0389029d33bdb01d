import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { Forbidden, NotFound } from '#kernel/refusal.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { addRule, putRuleOut, readRule } from '#modules/calendars/server/keep-rules.ts'
import { aCase, anActor } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'
import { BeginDuties, FulfilDuty } from '../contract-duties.ts'
import type { CorrectCase } from '../contract-work.ts'
import { beginDuties } from './begin-duties.ts'
import { correctCase } from './correct-case.ts'
import { fulfilDuty, releaseDuty } from './end-duty.ts'
import { snoozeCase } from './link-case.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'
import { retypeCase } from './retype-case.ts'
import { takeBackDuty } from './take-back-duty.ts'
import { warnEverywhere } from './warn.ts'

// Friday 26 June 2026, 4:40 p. m. in Bogotá; Monday 29 is a holiday.
const desk = await aCaseDesk()
const { company, agent, head, as, sheet, explained, timeline, answer, close } = desk
const told = { way: 'telephone' as const, at: company.ground.now() }

const begin = (number: string, asked: z.input<NonNullable<(typeof BeginDuties)['body']>>, actor = agent) => as(actor, (work) => beginDuties(work, number, BeginDuties.body!.parse(asked)))
const fulfil = (id: string, asked: Partial<z.input<NonNullable<(typeof FulfilDuty)['body']>>> = {}) => as(agent, (work) => fulfilDuty(work, id, FulfilDuty.body!.parse({ on: '2026-06-26', to: 'ARL', ...asked })))
const duties = async (number: string) => (await sheet(number)).duties
const correct = (number: string, asked: Partial<BodyOf<typeof CorrectCase>>) => as(agent, async (work) => correctCase(work, number, { reason: '', ...asked }, (await sheet(number)).version))
const standing = async (number: string) => (await duties(number)).map(({ rule, state, happenedOn }) => [rule, state, happenedOn])
const idOf = async (number: string, rule: string) => (await duties(number)).find((duty) => duty.rule === rule && duty.end === null)!.id!
const dueOf = async (number: string, rule: string) => (await sheet(number)).terms.findLast((term) => term.rule === rule)
const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))

const anAccident = (incidentOn?: string) => aCase(company, agent, { kind: 'complaint', subjects: ['work-accident'], ...(incidentOn && { incidentOn }) })
const aWarranty = () => aCase(company, agent, { kind: 'claim', consumer: true, subjects: ['warranty-repair', 'warranty-refund'] })

describe('a duty that begins with what is known of the case', () => {
  test('runs from the day on which it happened, and is the first to bind', async () => {
    const { number, terms } = await anAccident('2026-06-24')
    expect(terms.map(({ rule, dueOn, governs }) => [rule, dueOn, governs])).toEqual(expect.arrayContaining([['CO-SST-FURAT', '2026-06-26', true], ['CO-SST-INV', '2026-07-09', false]]))
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
    expect(await sheet(number)).toMatchObject({ dueOn: '2026-06-26', owed: null })
    expect((await timeline(number))[0]!.details).toMatchObject({ duties: ['CO-SST-FURAT', 'CO-SST-INV'] })
  })

  test('an accident of a Saturday counts from that Saturday, whoever is at the desk', async () => {
    const { terms } = await anAccident('2026-06-20')
    expect(terms.find(({ rule }) => rule === 'CO-SST-FURAT')?.dueOn).toBe('2026-06-23')
  })

  test('explains itself by its day, as it is recomputed', async () => {
    const { number } = await anAccident('2026-06-24')
    const { sentences, counted } = (await explained(number)).find(({ rule }) => rule === 'CO-SST-FURAT')!
    expect(counted).toEqual(['2026-06-25', '2026-06-26'])
    expect(plain(sentences)).toEqual(expect.arrayContaining([
      'Accidente de trabajo: reporte a ARL y EPS (regla CO-SST-FURAT, versión 1): 2 días hábiles.', 'Hecho ocurrido el miércoles, 24 de junio de 2026.',
      'El día del hecho no cuenta. Son hábiles los días de lunes a viernes que no sean festivos.', 'Vence el viernes, 26 de junio de 2026 a las 11:59:59 p. m.',
    ]))
  })

  test('without its day it waits to be told, and begins when the day is', async () => {
    const { number } = await anAccident()
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'awaited', null], ['CO-SST-INV', 'awaited', null]])
    await begin(number, { event: 'event', on: '2026-06-25' })
    expect(await sheet(number)).toMatchObject({ incidentOn: '2026-06-25', dueOn: '2026-06-30' })
    expect(await dueOf(number, 'CO-SST-FURAT')).toMatchObject({ dueOn: '2026-06-30', state: 'running' })
  })

  test('begins anew where the day is put right, and with what the case turns out to be about', async () => {
    const { number, version } = await aCase(company, agent, { kind: 'complaint', incidentOn: '2026-06-25' })
    await as(agent, (work) => correctCase(work, number, { subjects: ['work-accident'], reason: '' }, version))
    expect((await dueOf(number, 'CO-SST-FURAT'))?.dueOn).toBe('2026-06-30')
    await as(agent, (work) => correctCase(work, number, { incidentOn: '2026-06-23', reason: '' }, version + 1))
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-23'], ['CO-SST-INV', 'running', '2026-06-23']])
    expect((await sheet(number)).terms.filter(({ rule }) => rule === 'CO-SST-FURAT').map(({ dueOn, state }) => [dueOn, state])).toEqual([['2026-06-25', 'running'], ['2026-06-30', 'cancelled']])
    expect((await timeline(number)).at(-1)?.details).toMatchObject({ started: ['CO-SST-FURAT', 'CO-SST-INV'] })
    await as(agent, (work) => retypeCase(work, number, { kind: 'claim', reason: 'Reclama', subjects: ['work-accident', 'unsafe-product'] }))
    expect(await standing(number)).toContainEqual(['CO-CON-SEG', 'unconfirmed', '2026-06-26'])
  })

  test('whose term is to be confirmed is owed without a date, and says so', async () => {
    const { number, terms } = await aCase(company, agent, { kind: 'complaint', subjects: ['adverse-event'] })
    expect(terms.map(({ rule }) => rule)).not.toContain('CO-FV-SERIO')
    const [duty] = await duties(number)
    expect(duty).toMatchObject({ rule: 'CO-FV-SERIO', state: 'unconfirmed', termId: null, happenedOn: '2026-06-26' })
    expect(plain(duty!.sentences)).toContain('La fuente no define este término, por eso no se calcula. Confírmelo con su asesor jurídico.')
    await expect(close(number, { told })).rejects.toEqual(refused('duty-open'))
    await fulfil(duty!.id!, { to: 'Invima', filing: 'FOREAM-12' })
    await close(number, { told })
    expect((await duties(number))[0]).toMatchObject({ state: 'ended', end: { outcome: 'done', on: '2026-06-26', to: 'Invima', filing: 'FOREAM-12', by: { id: agent.id } } })
  })

  test('what is missing is asked for, and what is another body’s passed on, from the reception', async () => {
    const { terms } = await aCase(company, agent, { kind: 'complaint', flags: ['incomplete', 'other-competence'] })
    expect(terms.filter(({ clock }) => clock === 'transfer' || clock === 'completion-request').map(({ rule, dueOn }) => [rule, dueOn])).toEqual([['CO-PET-INC', '2026-07-14'], ['CO-PET-TRAS', '2026-07-06']])
  })

  test('a claim on personal data is noted in the database from its reception', async () => {
    const { terms } = await aCase(company, agent, { kind: 'claim', personalData: true })
    expect(terms.find(({ rule }) => rule === 'CO-HD-LEY')).toMatchObject({ clock: 'registry-note', dueOn: '2026-07-01', governs: false })
  })
})

describe('a duty that begins with what happens later', () => {
  test('is awaited until the goods come, and then runs, whatever of that event', async () => {
    const { number } = await aWarranty()
    expect(await standing(number)).toEqual([['CO-GAR-DIN', 'awaited', null], ['CO-GAR-REP', 'awaited', null]])
    const { duties: begun } = await begin(number, { event: 'claim-and-goods', on: '2026-06-26', note: 'Trajo el regulador' })
    expect(begun.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([['CO-GAR-DIN', '2026-07-22'], ['CO-GAR-REP', '2026-08-13']])
    expect((await timeline(number)).at(-1)).toMatchObject({ action: 'duty-begun', reason: 'Trajo el regulador', details: { event: 'claim-and-goods', on: '2026-06-26' } })
  })

  test('by a contract too, beside that of the law', async () => {
    const { definition } = await as(head, (work) => readRule(work, 'CO-GAR-REP'))
    const { id: _, version: __, ...law } = definition
    await as(head, (work) => addRule(work, { id: 'CT-REP', reason: 'Contrato 2026-014', definition: {
      ...law, name: { es: 'Reparación en sitio', en: 'Repair on site' }, family: 'contract', layer: 'contract', amount: 3, startsFrom: 'delivery', applies: [{ subjects: ['warranty-repair'] }], source: 'Contrato 2026-014',
    } }))
    const { number } = await aCase(company, agent, { kind: 'claim', subjects: ['warranty-repair'] })
    expect(await standing(number)).toEqual([['CT-REP', 'awaited', null]])
    expect((await begin(number, { event: 'delivery', on: '2026-06-25' })).duties).toMatchObject([{ rule: 'CT-REP', dueOn: '2026-07-01' }])
    await as(head, (work) => putRuleOut(work, 'CT-REP', 'El contrato terminó'))
    expect(await standing(number)).toEqual([['CT-REP', 'running', '2026-06-25']])
  })

  test('is refused where it cannot be: no such duty, said already, a day that cannot have been, another branch', async () => {
    const { number } = await aWarranty()
    await expect(begin(number, { event: 'exercise', on: '2026-06-26' })).rejects.toEqual(refused('duty-not-owed'))
    await expect(begin(number, { event: 'claim-and-goods', on: '2026-06-27' })).rejects.toEqual(wrong('on', 'incident-in-future'))
    await expect(begin(number, { event: 'claim-and-goods', on: '2026-06-25' })).rejects.toEqual(wrong('on', 'happened-before-received'))
    await expect(begin(number, { event: 'registration', on: '2016-06-25' })).rejects.toEqual(wrong('on', 'happened-long-ago'))
    await begin(number, { event: 'claim-and-goods', on: '2026-06-26' })
    await expect(begin(number, { event: 'claim-and-goods', on: '2026-06-26' })).rejects.toEqual(refused('duty-begun-already'))
    await expect(begin((await anAccident('2026-06-24')).number, { event: 'event', on: '2026-06-25' })).rejects.toEqual(wrong('on', 'happened-another-day'))
    await expect(begin(number, { event: 'claim-and-goods', on: '2026-06-26' }, await anActor(company, 'auditor'))).rejects.toThrow(Forbidden)
    await expect(begin(number, { event: 'claim-and-goods', on: '2026-06-26' }, await anActor(company, 'agent', { branchId: company.branches['MED']! }))).rejects.toThrow(NotFound)
  })

  test('each event begins its own, by the rules in force on its day: there was no term of electronic commerce before its law', async () => {
    const { number } = await aCase(company, agent, { kind: 'claim', consumer: true, subjects: ['withdrawal'], flags: ['electronic-commerce'] })
    expect((await standing(number)).map(([rule]) => rule)).toEqual(['CO-RET-DEV', 'CO-RET-DEV-EC'])
    await begin(number, { event: 'exercise', on: '2026-06-22' })
    await expect(begin(number, { event: 'exercise-and-return', on: '2024-12-18' })).rejects.toEqual(refused('duty-not-owed'))
    await begin(number, { event: 'exercise-and-return', on: '2026-06-25' })
    expect([(await dueOf(number, 'CO-RET-DEV'))?.dueOn, (await dueOf(number, 'CO-RET-DEV-EC'))?.dueOn]).toEqual(['2026-07-22', '2026-07-10'])
  })
})

describe('a duty ends', () => {
  test('by being done, which meets its term; the answer to the customer does not', async () => {
    const { number } = await anAccident('2026-06-24')
    await answer(number)
    expect(await sheet(number)).toMatchObject({ status: 'answered', dueOn: '2026-06-26', may: { close: 'duty-open' } })
    const [furat, inv] = [await idOf(number, 'CO-SST-FURAT'), await idOf(number, 'CO-SST-INV')]
    await expect(fulfil(furat, { to: '' })).rejects.toEqual(wrong('to', 'told-whom-needed'))
    await expect(fulfil(furat, { on: '2026-06-23' })).rejects.toEqual(wrong('on', 'done-before-begun'))
    await expect(fulfil(furat, { on: '2026-06-27' })).rejects.toEqual(wrong('on', 'incident-in-future'))
    await fulfil(furat, { on: '2026-06-25', filing: 'FURAT-8812' })
    expect(await dueOf(number, 'CO-SST-FURAT')).toMatchObject({ state: 'met', metAt: '2026-06-26T04:59:59.000Z', late: false })
    await expect(fulfil(furat)).rejects.toEqual(refused('duty-ended'))
    await expect(fulfil(newId())).rejects.toThrow(NotFound)
    expect((await sheet(number)).dueOn).toBe('2026-07-09')
    await as(agent, (work) => releaseDuty(work, inv, { note: 'Lo investiga el contratista' }))
    expect(await sheet(number)).toMatchObject({ dueOn: null, may: { close: null } })
    expect((await timeline(number)).slice(-2).map(({ action, reason }) => [action, reason])).toEqual([['duty-done', null], ['duty-released', 'Lo investiga el contratista']])
    await close(number)
  })

  test('what was let go is not brought back by a correction, and may be begun again by whoever says so', async () => {
    const { number, version } = await anAccident('2026-06-24')
    await as(agent, async (work) => releaseDuty(work, await idOf(number, 'CO-SST-FURAT'), { note: 'No fue de trabajo' }))
    await as(agent, (work) => correctCase(work, number, { incidentOn: '2026-06-25', reason: '' }, version + 1))
    expect((await standing(number)).filter(([rule]) => rule === 'CO-SST-FURAT')).toEqual([['CO-SST-FURAT', 'ended', '2026-06-24'], ['CO-SST-FURAT', 'awaited', null]])
    await begin(number, { event: 'event', on: '2026-06-25' })
    await correct(number, { productId: company.productId })
    expect((await dueOf(number, 'CO-SST-FURAT'))?.state).toBe('running')
    await correct(number, { incidentOn: '2026-06-23' })
    expect((await standing(number)).filter(([, state]) => state === 'running')).toEqual([['CO-SST-FURAT', 'running', '2026-06-23'], ['CO-SST-INV', 'running', '2026-06-23']])
  })

  test('what was done stays as it was counted, where the day is put right after', async () => {
    const { number } = await anAccident('2026-06-24')
    await fulfil(await idOf(number, 'CO-SST-FURAT'))
    await correct(number, { incidentOn: '2026-06-20' })
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'ended', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-20']])
    expect(await dueOf(number, 'CO-SST-FURAT')).toMatchObject({ dueOn: '2026-06-26', state: 'met' })
  })

  test('and the sheet says when it was due by the right day; of what came with another case, nothing', async () => {
    const [{ number }, into] = [await anAccident('2026-06-24'), await aCase(company, agent, { kind: 'complaint', incidentOn: '2026-06-25' })]
    await fulfil(await idOf(number, 'CO-SST-FURAT'))
    const putRight = async (of: string) => (await duties(of)).map((duty) => duty.putRight)
    expect(await putRight(number)).toEqual([null, null])
    await correct(number, { incidentOn: '2026-06-20' })
    expect(await putRight(number)).toEqual([{ on: '2026-06-20', dueOn: '2026-06-23' }, null])
    await as(head, (work) => mergeCase(work, number, { into: into.number, reason: 'Es lo mismo' }))
    await fulfil(await idOf(into.number, 'CO-SST-INV'))
    expect(await putRight(into.number)).toEqual([null])
  })

  test('what the case turns out not to be about stays owed until somebody says that it is not', async () => {
    const { number } = await anAccident('2026-06-24')
    await correct(number, { subjects: [] })
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
  })

  test('with the withdrawal where it is owed to the customer; what is owed to an authority is done first', async () => {
    const warranty = await aWarranty()
    await begin(warranty.number, { event: 'claim-and-goods', on: '2026-06-26' })
    await as(agent, (work) => withdrawCase(work, warranty.number, { reason: 'El cliente desiste' }))
    expect((await duties(warranty.number)).map(({ end }) => end?.outcome)).toEqual(['withdrawn', 'withdrawn'])
    const accident = await anAccident('2026-06-24')
    await expect(as(agent, (work) => withdrawCase(work, accident.number, { reason: 'El cliente desiste' }))).rejects.toEqual(refused('duty-open'))
  })

  test('a case that is opened again keeps what was done', async () => {
    const { number } = await aCase(company, agent, { kind: 'complaint', subjects: ['unsafe-product'] })
    await fulfil(await idOf(number, 'CO-CON-SEG'), { to: 'SIC' })
    await close(number, { told })
    await as(agent, (work) => reopenCase(work, number, { reason: 'Volvió a fallar' }))
    expect(await standing(number)).toEqual([['CO-CON-SEG', 'ended', '2026-06-26']])
  })
})

describe('what was said of its end by mistake is taken back', () => {
  const takeBack = (id: string, said: 'done' | 'not-owed' = 'done', reason = 'Se marcó el que no era') => as(agent, (work) => takeBackDuty(work, id, said, { reason }))
  const warnAll = () => warnEverywhere(company.ground, { publicUrl: new URL('https://acuse.example') })

  test('and its clock runs again from where it stood, first to bind, with the warnings that are left', async () => {
    const { number } = await anAccident('2026-06-24')
    const id = await idOf(number, 'CO-SST-FURAT')
    const before = await dueOf(number, 'CO-SST-FURAT')
    await fulfil(id, { filing: 'FURAT-8812', note: 'Con la firma de la ARL' })
    await warnAll()
    const warned = async () => (await timeline(number)).filter(({ action, details }) => action === 'warning-sent' && details['termId'] === before!.id).length
    expect([await warned(), (await sheet(number)).dueOn]).toEqual([0, '2026-06-30'])
    await takeBack(id)
    expect(await dueOf(number, 'CO-SST-FURAT')).toEqual(before)
    expect(await sheet(number)).toMatchObject({ dueOn: '2026-06-26', may: { close: 'duty-open' } })
    const [duty] = await duties(number)
    expect(duty).toMatchObject({ state: 'running', end: null, takenBack: [{ outcome: 'done', on: '2026-06-26', to: 'ARL', filing: 'FURAT-8812', note: 'Con la firma de la ARL', by: { id: agent.id }, reason: 'Se marcó el que no era' }] })
    expect((await timeline(number)).at(-1)).toMatchObject({ action: 'duty-taken-back', reason: 'Se marcó el que no era', actor: { id: agent.id }, details: { dutyId: id, rule: 'CO-SST-FURAT', said: 'done', on: '2026-06-26' } })
    await warnAll()
    expect(await warned()).toBe(1)
    await fulfil(id)
    expect(await dueOf(number, 'CO-SST-FURAT')).toMatchObject({ state: 'met' })
  })

  test('so is that it was not owed; a case that was put aside is looked at again', async () => {
    const { number } = await anAccident('2026-06-24')
    const id = await idOf(number, 'CO-SST-FURAT')
    await as(agent, (work) => releaseDuty(work, id, { note: 'No fue de trabajo' }))
    await as(agent, (work) => snoozeCase(work, number, { until: '2026-06-30T13:00:00.000Z', reason: 'Hasta que investigue el contratista' }))
    await takeBack(id, 'not-owed')
    expect(await sheet(number)).toMatchObject({ dueOn: '2026-06-26', snoozedUntil: null })
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
  })

  test('by its own name, once, and not of a case that is closed, merged or out of reach', async () => {
    const { number } = await anAccident('2026-06-24')
    const [furat, inv] = [await idOf(number, 'CO-SST-FURAT'), await idOf(number, 'CO-SST-INV')]
    await expect(takeBack(furat)).rejects.toEqual(refused('duty-not-ended'))
    await fulfil(furat)
    await expect(takeBack(furat, 'not-owed')).rejects.toEqual(refused('duty-not-ended'))
    await expect(as(await anActor(company, 'auditor'), (work) => takeBackDuty(work, furat, 'done', { reason: 'Se marcó el que no era' }))).rejects.toThrow(Forbidden)
    await expect(takeBack(newId())).rejects.toThrow(NotFound)
    await takeBack(furat)
    await expect(takeBack(furat)).rejects.toEqual(refused('duty-not-ended'))
    for (const id of [furat, inv]) await fulfil(id)
    await close(number, { told })
    await expect(takeBack(furat)).rejects.toEqual(refused('case-not-open'))
    await as(agent, (work) => reopenCase(work, number, { reason: 'El reporte no se hizo' }))
    await takeBack(furat)
    expect(await standing(number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'ended', '2026-06-24']])
    await fulfil(furat)
    await as(head, async (work) => mergeCase(work, number, { into: (await aCase(company, agent, { kind: 'complaint' })).number, reason: 'Es lo mismo' }))
    await expect(takeBack(furat)).rejects.toEqual(refused('case-merged'))
  })

  test('where its day was put right meanwhile it runs from that one; where it has begun anew since, that one stands', async () => {
    const [one, other] = [await anAccident('2026-06-24'), await anAccident('2026-06-24')]
    const furat = await idOf(one.number, 'CO-SST-FURAT')
    await fulfil(furat)
    await correct(one.number, { incidentOn: '2026-06-23' })
    await takeBack(furat)
    expect(await standing(one.number)).toEqual([['CO-SST-INV', 'running', '2026-06-23'], ['CO-SST-FURAT', 'running', '2026-06-23']])
    expect((await sheet(one.number)).dueOn).toBe('2026-06-25')
    const released = await idOf(other.number, 'CO-SST-FURAT')
    await as(agent, (work) => releaseDuty(work, released, { note: 'No fue de trabajo' }))
    company.ground.clock.pass(1)
    await begin(other.number, { event: 'event', on: '2026-06-24' })
    await expect(takeBack(released, 'not-owed')).rejects.toEqual(refused('duty-begun-again'))
    company.ground.clock.set(told.at)
  })

  test('what came with a merged case keeps its own day, and goes back with it', async () => {
    const [one, into] = [await anAccident('2026-06-24'), await aCase(company, agent, { kind: 'complaint', incidentOn: '2026-06-25' })]
    const { mergeId } = await as(head, (work) => mergeCase(work, one.number, { into: into.number, reason: 'Es lo mismo' }))
    const id = await idOf(into.number, 'CO-SST-FURAT')
    await fulfil(id)
    await takeBack(id)
    expect(await standing(into.number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
    await as(head, (work) => unmergeCase(work, mergeId))
    expect(await standing(one.number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
    expect((await duties(one.number))[0]!.takenBack).toHaveLength(1)
    expect(await duties(into.number)).toEqual([])
  })
})

describe('a duty goes with its case', () => {
  test('into the one it is merged with and back; done there, it stays done', async () => {
    const [one, into] = [await anAccident('2026-06-24'), await aCase(company, agent, { kind: 'complaint' })]
    const { mergeId } = await as(head, (work) => mergeCase(work, one.number, { into: into.number, reason: 'Es lo mismo' }))
    await fulfil(await idOf(into.number, 'CO-SST-FURAT'), { filing: 'F-1' })
    await as(head, (work) => unmergeCase(work, mergeId))
    expect(await duties(into.number)).toEqual([])
    expect(await standing(one.number)).toEqual([['CO-SST-FURAT', 'ended', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
    expect(await sheet(one.number)).toMatchObject({ dueOn: expect.any(String) as string })
    expect((await dueOf(one.number, 'CO-SST-FURAT'))?.state).toBe('met')
  })

  test('and keeps its own day there, unless that is what is put right; apart again, each case has its own', async () => {
    const [one, other] = [await anAccident('2026-06-24'), await anAccident('2026-06-25')]
    const merged = await as(head, (work) => mergeCase(work, one.number, { into: other.number, reason: 'Es el mismo' }))
    const all = [['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24'], ['CO-SST-FURAT', 'running', '2026-06-25'], ['CO-SST-INV', 'running', '2026-06-25']]
    await correct(other.number, { productId: company.productId })
    expect(await standing(other.number)).toEqual(all)
    await correct(other.number, { incidentOn: '2026-06-24' })
    await correct(other.number, { incidentOn: '2026-06-23' })
    expect(await standing(other.number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-23'], ['CO-SST-INV', 'running', '2026-06-23']])
    await as(head, (work) => unmergeCase(work, merged.mergeId))
    expect(await standing(one.number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-24'], ['CO-SST-INV', 'running', '2026-06-24']])
    expect(await standing(other.number)).toEqual([['CO-SST-FURAT', 'running', '2026-06-23'], ['CO-SST-INV', 'running', '2026-06-23']])
    expect((await sheet(one.number)).dueOn).toBe('2026-06-26')
  })

  test('and whoever owns it is warned of its date as of any other', async () => {
    const { number } = await anAccident('2026-06-24')
    await warnEverywhere(company.ground, { publicUrl: new URL('https://acuse.example') })
    const warned = (await timeline(number)).filter(({ action }) => action === 'warning-sent').map(({ details }) => details['termId'])
    expect(warned).toContain((await dueOf(number, 'CO-SST-FURAT'))!.id)
  })
})

test('what was let go with a withdrawal is owed again from the day on which the customer comes back', async () => {
  const { number } = await aCase(company, agent, { kind: 'complaint', flags: ['incomplete', 'other-competence'] })
  await as(head, (work) => withdrawCase(work, number, { reason: 'El cliente desiste' }))
  company.ground.clock.set('2026-06-30T21:40:00.000Z')
  await as(head, (work) => reopenCase(work, number, { reason: 'Vuelve por los mismos hechos' }))
  expect((await duties(number)).map(({ rule, state, end, happenedOn }) => [rule, state, end?.outcome, happenedOn])).toEqual([
    ['CO-PET-INC', 'ended', 'withdrawn', '2026-06-26'], ['CO-PET-TRAS', 'ended', 'withdrawn', '2026-06-26'],
    ['CO-PET-INC', 'running', undefined, '2026-06-30'], ['CO-PET-TRAS', 'running', undefined, '2026-06-30'],
  ])
  expect((await timeline(number)).at(-1)).toMatchObject({ action: 'case-reopened', details: { started: expect.arrayContaining(['CO-PET-GEN', 'CO-PET-INC', 'CO-PET-TRAS']) as string[] } })
  await expect(close(number, { told })).rejects.toEqual(refused('duty-open'))
})
