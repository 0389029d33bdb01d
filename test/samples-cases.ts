import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { seedCalendars } from '#modules/calendars/public.ts'
import { RegisterCase } from '#modules/cases/contract.ts'
import { CloseCase, WriteAnswer } from '#modules/cases/contract-work.ts'
import { askArea } from '#modules/cases/server/ask-area.ts'
import { closeCase } from '#modules/cases/server/close-case.ts'
import { fulfilDuty, releaseDuty } from '#modules/cases/server/end-duty.ts'
import { pauseTerm } from '#modules/cases/server/extend-term.ts'
import { mergeCase } from '#modules/cases/server/merge-case.ts'
import { registerCase } from '#modules/cases/server/register-case.ts'
import { defaultTargets, seedCases } from '#modules/cases/server/seed.ts'
import { writeAnswer } from '#modules/cases/server/write-answer.ts'
import type { Role } from '#modules/people/contract.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { casesNeeds } from '#test/builders.ts'
import { aPerson } from '#test/people-server.ts'
import type { Place, Sample, Samples } from '#test/samples.ts'

const work = <T>({ ground, organisationId }: Place, body: (one: Work) => Promise<T>) => doWork(ground, systemActor(organisationId), body)

/** A case of the place's branch, area and supplier, so that each role finds it at its own place. */
async function made(place: Place, asked: Partial<z.input<NonNullable<(typeof RegisterCase)['body']>>> = {}) {
  const id = newId()
  const description = `El cilindro ${id} llegó tarde`
  const body = RegisterCase.body!.parse({
    id, kind: 'complaint', channel: 'mail', description, branchId: place.branchId, reporter: { name: 'Luz Mora', email: `${id}@clinica.example` }, ...asked,
  })
  const registered = await work(place, (one) => registerCase(casesNeeds, one, body))
  await place.ground.db.asOwner((tx) => tx`
    update cases set area_id = ${place.areaId}, area_ids = ${[place.areaId]}, supplier_id = ${place.supplierId}, owner_id = null
    where organisation_id = ${place.organisationId} and id = ${id}`)
  place.hidden.push(id, registered.number, `${id}@clinica.example`)
  return registered
}
const numberOf = async (place: Place) => (await made(place)).number

async function anAreaRequest(place: Place): Promise<string> {
  const number = await numberOf(place)
  const { areaRequestId } = await work(place, (one) => askArea(one, number, { areaId: place.areaId, question: '¿Qué pasó?', files: [] }))
  place.hidden.push(areaRequestId)
  return areaRequestId
}

/** A suggestion waits for a second person here, a complaint does not. */
async function anAnswer(place: Place, kind: 'suggestion' | 'complaint'): Promise<string> {
  const { number } = await made(place, { kind })
  const body = WriteAnswer.body!.parse({ way: 'letter', body: 'Se repuso el cilindro.' })
  const { answerId } = await work(place, (one) => writeAnswer(one, number, body))
  place.hidden.push(answerId)
  return answerId
}

async function aClosedCase(place: Place): Promise<string> {
  const number = await numberOf(place)
  const asked = CloseCase.body!.parse({ causeId: place.things['causeId'], actionTaken: 'Se repuso', remedy: 'explanation', told: { way: 'telephone', at: place.ground.now() } })
  await work(place, (one) => closeCase(one, number, asked))
  return number
}

async function aMerge(place: Place): Promise<string> {
  const [number, into] = [await numberOf(place), await numberOf(place)]
  return (await work(place, (one) => mergeCase(one, number, { into, reason: 'Es lo mismo' }))).mergeId
}

async function aTerm(place: Place, { rule, paused = false }: { rule: string; paused?: boolean }) {
  const { number, terms } = await made(place)
  const termId = terms.find((term) => term.rule === rule)!.id
  if (paused) await work(place, (one) => pauseTerm(one, number, { termId, cause: 'customer-completion', reason: 'Falta la factura' }))
  return { number, termId }
}

/** Shown to the branch by somebody of it. */
async function aView(place: Place, name = 'Vista'): Promise<string> {
  const id = newId()
  await place.ground.db.asOwner((tx) => tx`
    insert into saved_views (organisation_id, id, name, owner_id, branch_id, shared, filter)
    values (${place.organisationId}, ${id}, ${name}, ${place.things['ownerId']}, ${place.branchId}, true, '{}')`)
  place.hidden.push(id)
  return id
}

const today = ({ ground }: Place) => ground.now().slice(0, 10)

async function aDuty(place: Place): Promise<string> {
  const { id } = await made(place, { subjects: ['unsafe-product'] })
  const [duty] = await place.ground.db.asOwner((tx) => tx<{ id: string }>`select id from case_duties where organisation_id = ${place.organisationId} and case_id = ${id}`)
  place.hidden.push(duty!.id)
  return duty!.id
}

async function anEndedDuty(place: Place, said: 'done' | 'not-owed'): Promise<string> {
  const id = await aDuty(place)
  await work(place, (one) => (said === 'done' ? fulfilDuty(one, id, { on: today(place), to: 'SIC', filing: '26-118', note: '' }) : releaseDuty(one, id, { note: 'El producto no es inseguro' })))
  return id
}

async function aWarning(place: Place): Promise<string> {
  const id = newId()
  const { id: caseId, terms } = await made(place)
  await place.ground.db.asOwner((tx) => tx`
    insert into case_warnings (organisation_id, id, case_id, term_id, due_at, rung, warned_at)
    values (${place.organisationId}, ${id}, ${caseId}, ${terms[0]!.id}, ${terms[0]!.dueAt}, 'owner:due', ${place.ground.now()})`)
  return id
}

/** What an organisation has of its own, once; and what stands in each place. */
export async function furnishCases(place: Place): Promise<void> {
  const { ground, organisationId, branchId, areaId, things, hidden } = place
  const [seeded] = await ground.db.asOwner((tx) => tx`select from term_rules where organisation_id = ${organisationId} limit 1`)
  if (!seeded) await work(place, (one) => seedCalendars(one, 'CO', defaultTargets()).then(() => seedCases(one)))
  for (const name of ['causeId', 'productId', 'templateId', 'routingRuleId', 'approvalRuleId']) things[name] = newId()
  const { id: ownerId } = await aPerson({ ground }, organisationId, 'agent', { branchId })
  things['ownerId'] = ownerId
  const mark = things['causeId']!.slice(-12).toUpperCase()
  await ground.db.asOwner(async (tx) => {
    void tx`insert into causes (organisation_id, id, code, name, name_en, area_id) values (${organisationId}, ${things['causeId']}, ${mark}, 'Causa', 'Cause', ${areaId})`
    void tx`insert into products (organisation_id, id, code, name) values (${organisationId}, ${things['productId']}, ${mark}, 'Oxígeno')`
    void tx`insert into answer_templates (organisation_id, id, name, language, subject, body) values (${organisationId}, ${things['templateId']}, ${mark}, 'es', 'Su caso', 'Hola')`
    void tx`insert into routing_rules (organisation_id, id, position, name, area_id, active) values (${organisationId}, ${things['routingRuleId']}, 1, ${mark}, ${areaId}, false)`
    void tx`insert into approval_rules (organisation_id, id, kinds) values (${organisationId}, ${things['approvalRuleId']}, '{suggestion}')`
    // Who keeps the settings sees all of the organisation's; who lists cases sees those of their branch.
    await tx`update organisations set settings_version = settings_version + 1 where organisation_id = ${organisationId}`
  })
  await aView(place, `Vista ${mark}`)
  hidden.push(`Vista ${mark}`)
  const { id, number } = await made(place, { causeId: things['causeId'], title: `Título ${mark}` })
  Object.assign(things, { caseId: id, caseNumber: number })
  hidden.push(`Título ${mark}`)
  await anAreaRequest(place)
}

type More = Omit<Sample, 'reach' | 'params'>
/** Of the case that stands there: what only reads, or may be done again and again. */
const ofCase = (more: More | ((place: Place) => More) = {}) => (place: Place): Sample => ({ reach: 'branch', params: { number: place.things['caseNumber']! }, ...(typeof more === 'function' ? more(place) : more) })
/** Of a case of its own, which the request uses up. */
const ofNew = (more: More | ((place: Place) => More) = {}, number: (place: Place) => Promise<string> = numberOf) => async (place: Place): Promise<Sample> =>
  ({ reach: 'branch', params: { number: await number(place) }, ...(typeof more === 'function' ? more(place) : more) })
const ofAreaRequest = (body: object) => async (place: Place): Promise<Sample> => ({ reach: 'branch', params: { areaRequestId: await anAreaRequest(place) }, body })
const ofAnswer = (kind: 'suggestion' | 'complaint', body: object) => async (place: Place): Promise<Sample> => ({ reach: 'branch', params: { answerId: await anAnswer(place, kind) }, body })
const list = (query: Record<string, string> = {}) => (): Sample => ({ reach: 'branch-list', query })
const kept = (more: Partial<Sample> = {}) => (): Sample => ({ reach: 'organisation-list', ...more })
const READERS: readonly Role[] = ['supplier-agent', 'supplier-supervisor', 'area-responder', 'quality', 'executive', 'auditor']
const code = () => newId().slice(-8).toUpperCase()
const reason = 'Por lo que dijo el cliente ayer'

export const casesSamples: Samples = {
  RegisterCase: ({ branchId, things }) => ({
    reach: 'branch', body: { kind: 'complaint', channel: 'telephone', description: 'Llegó vacío', branchId, causeId: things['causeId'], productId: things['productId'] },
  }),
  AssignCase: ofNew(({ things }) => ({ body: { ownerId: things['ownerId'] }, refused: ['agent', 'hse'] })),
  RouteCase: ofNew(({ areaId }) => ({ body: { areaId, reason } })),
  ClassifyCase: ofCase(({ things }) => ({ body: { causeId: things['causeId'], severity: 'high' } })),
  RetypeCase: ofNew({ body: { kind: 'claim', reason } }),
  CorrectCase: ofCase({ body: { place: 'Calle 80' } }),
  WriteNote: ofCase({ body: { body: 'Llamó otra vez' } }),
  AskArea: ofCase(({ areaId }) => ({ body: { areaId, question: '¿Qué pasó?' } })),
  AnswerAreaRequest: ofAreaRequest({ answer: 'Se despachó otro' }),
  ReturnAreaRequest: ofAreaRequest({ reason: 'No nos toca' }),
  RemindArea: ofAreaRequest({}),
  CancelAreaRequest: ofAreaRequest({ reason: 'Ya no hace falta' }),
  WriteAnswer: ofNew(({ things }) => ({ body: { way: 'telephone', body: 'Se repuso el cilindro.', templateId: things['templateId'] } })),
  ApproveAnswer: ofAnswer('suggestion', {}),
  ReturnAnswer: ofAnswer('suggestion', { reason: 'Falta la fecha' }),
  RecallAnswer: ofAnswer('suggestion', {}),
  RecordDelivery: ofAnswer('complaint', { delivered: true, proof: 'Guía 123' }),
  SaveDraft: (place) => ({ reach: 'branch', params: { number: place.things['caseNumber']!, kind: 'note' }, body: { body: 'Estoy escribiendo', overwrite: true }, refused: READERS }),
  ReadDrafts: ofCase(),
  ReadPresence: ofCase(),
  ListPresence: ({ things }) => ({ reach: 'branch-list', query: { caseId: things['caseId']! } }),
  SayPresence: ofCase({ body: { doing: 'viewing' } }),
  CloseCase: ofNew(({ things, ground }) => ({ body: { causeId: things['causeId'], actionTaken: 'Se repuso', remedy: 'explanation', told: { way: 'telephone', at: ground.now() } } })),
  ReopenCase: ofNew({ body: { reason } }, aClosedCase),
  WithdrawCase: ofNew({ body: { reason } }),
  MergeCase: ofNew(({ things }) => ({ body: { into: things['caseNumber'], reason } })),
  UnmergeCase: async (place) => ({ reach: 'branch', params: { mergeId: await aMerge(place) } }),
  LinkCase: ofNew(({ things }) => ({ body: { to: things['caseNumber'] } })),
  GroupCases: async (place) => ({ reach: 'branch', body: { name: 'Corte de la vía', numbers: [await numberOf(place)] } }),
  SnoozeCase: ofCase(({ ground }) => ({ body: { until: new Date(Date.parse(ground.now()) + 3_600_000).toISOString(), reason } })),
  WakeCase: ofCase({ body: {} }),
  ExtendTerm: async (place) => {
    const { number, termId } = await aTerm(place, { rule: 'CO-PET-GEN' })
    return { reach: 'branch', params: { number }, body: { termId, days: 1, reason } }
  },
  PauseTerm: async (place) => {
    const { number, termId } = await aTerm(place, { rule: 'INT-FIRST' })
    return { reach: 'branch', params: { number }, body: { termId, cause: 'customer-completion', reason } }
  },
  ResumeTerm: async (place) => {
    const { number, termId } = await aTerm(place, { rule: 'INT-FIRST', paused: true })
    return { reach: 'branch', params: { number }, body: { termId } }
  },
  BeginDuties: async (place) => {
    const { number } = await made(place, { kind: 'claim', consumer: true, subjects: ['warranty-repair'] })
    return { reach: 'branch', params: { number }, body: { event: 'claim-and-goods', on: today(place) } }
  },
  FulfilDuty: async (place) => ({ reach: 'branch', params: { dutyId: await aDuty(place) }, body: { on: today(place), to: 'SIC', filing: '26-118' } }),
  ReleaseDuty: async (place) => ({ reach: 'branch', params: { dutyId: await aDuty(place) }, body: { note: reason } }),
  TakeBackFulfilment: async (place) => ({ reach: 'branch', params: { dutyId: await anEndedDuty(place, 'done') }, body: { reason } }),
  TakeBackRelease: async (place) => ({ reach: 'branch', params: { dutyId: await anEndedDuty(place, 'not-owed') }, body: { reason } }),

  ListCases: list({ list: 'everything', limit: '200' }),
  CountCases: list(),
  Search: list({ find: 'cilindro', limit: '200' }),
  ReadBoard: list(),
  CountClosed: list(),
  NextCase: list(),
  ListMentions: list({ limit: '200' }),
  CountAreaRequests: list(),
  ListAreaRequests: list({ limit: '200' }),
  ListViews: list(),
  CountViews: list(),
  SaveView: kept({ body: { name: 'Vencidos', filter: { list: 'overdue' } } }),
  ChangeView: async (place) => ({ reach: 'branch', params: { viewId: await aView(place) }, body: { name: 'Vencidos de la semana' } }),
  RemoveView: async (place) => ({ reach: 'branch', params: { viewId: await aView(place) } }),
  ActInBulk: () => ({ reach: 'branch-list', body: { filter: { list: 'everything' }, preview: true, act: { verb: 'classify', severity: 'low' } } }),
  UndoBulk: () => ({ reach: 'self', params: { undo: newId() }, answered: 404 }),

  ReadCase: ofCase(),
  ReadTimeline: ofCase({ query: { limit: '200' } }),
  ReadTerms: ofCase(),
  ListWarnings: list(),
  AcknowledgeWarning: async (place) => ({ reach: 'branch', params: { warningId: await aWarning(place) }, body: {}, refused: READERS }),
  FindDuplicates: () => ({ reach: 'branch-list', body: { description: 'El cilindro llegó tarde' } }),
  SuggestClassification: kept({ body: { description: 'El cilindro llegó tarde' } }),

  ListCauses: kept(),
  AddCause: ({ areaId }) => ({ reach: 'organisation', body: { code: code(), name: 'Nueva', areaId } }),
  ChangeCause: ({ things }) => ({ reach: 'organisation', params: { causeId: things['causeId']! }, body: { nameEn: 'Cause' } }),
  ListGaps: list(),
  ListProducts: kept(),
  AddProduct: () => ({ reach: 'self', body: { code: code(), name: 'Argón' } }),
  ChangeProduct: ({ things }) => ({ reach: 'organisation', params: { productId: things['productId']! }, body: { family: 'Medicinales' } }),
  ListRoutingRules: kept(),
  AddRoutingRule: ({ areaId }) => ({ reach: 'organisation', body: { position: 9, name: 'Entregas', areaId, ownerId: null, active: false, conditions: {} } }),
  ChangeRoutingRule: ({ things }) => ({ reach: 'organisation', params: { ruleId: things['routingRuleId']! }, body: { position: 3 } }),
  ListTemplates: kept(),
  AddTemplate: () => ({ reach: 'self', body: { name: code(), language: 'es', subject: 'Su caso', body: 'Hola' } }),
  ChangeTemplate: ({ things }) => ({ reach: 'organisation', params: { templateId: things['templateId']! }, body: { subject: 'Su reclamo' } }),
  FillTemplate: ofCase(({ things }) => ({ body: { templateId: things['templateId'] } })),
  ListApprovalRules: kept(),
  AddApprovalRule: () => ({ reach: 'self', body: { kinds: ['compliment'] } }),
  ChangeApprovalRule: ({ things }) => ({ reach: 'organisation', params: { ruleId: things['approvalRuleId']! }, body: { amountAbove: '900000' } }),
  ReadLadder: kept(),
  ChangeLadder: () => ({ reach: 'self', body: { items: [{ to: 'owner', when: 'due', workingHours: 0 }] } }),
}
