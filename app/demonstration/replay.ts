import type { Actor } from '#kernel/actor.ts'
import { localDay } from '#kernel/local-day.ts'
import { Refusal, Forbidden, NotFound, BadInput } from '#kernel/refusal.ts'
import { RegisterCase } from '#modules/cases/contract.ts'
import type { CasesNeeds } from '#modules/cases/public.ts'
import { answerAreaRequest, returnAreaRequest } from '#modules/cases/server/answer-area-request.ts'
import { askArea } from '#modules/cases/server/ask-area.ts'
import { assignCase } from '#modules/cases/server/assign-case.ts'
import { classifyCase } from '#modules/cases/server/classify-case.ts'
import { closeCase } from '#modules/cases/server/close-case.ts'
import { answerMailSent, approveAnswer } from '#modules/cases/server/decide-answer.ts'
import { fulfilDuty } from '#modules/cases/server/end-duty.ts'
import { mergeCase } from '#modules/cases/server/merge-case.ts'
import { readCase } from '#modules/cases/server/read-case.ts'
import { registerCase } from '#modules/cases/server/register-case.ts'
import { reopenCase, withdrawCase } from '#modules/cases/server/reopen-case.ts'
import { routeCase } from '#modules/cases/server/route-case.ts'
import { writeAnswer } from '#modules/cases/server/write-answer.ts'
import { writeNote } from '#modules/cases/server/write-note.ts'
import { doWork, systemActor, type Ground } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { COMPANY } from './company.ts'
import type { Founded } from './found-company.ts'
import type { Step } from './steps.ts'

/** What a case of the plan became: its number, its area requests and answers in the order of the plan. */
type Become = { number: string; requests: Map<number, string>; answers: Map<number, string> }

export type Replayed = { done: number; refused: Map<string, number> }

/** Replays the plan through the verbs, each step by its person at its instant. What a rule refuses is counted by why, and the plan goes on. */
export class Replay {
  readonly #ground: Ground
  readonly #needs: CasesNeeds
  readonly #founded: Founded
  readonly #customers: Map<string, string>
  readonly #cases = new Map<number, Become>()
  readonly result: Replayed = { done: 0, refused: new Map() }

  constructor(ground: Ground, needs: CasesNeeds, founded: Founded, customers: Map<string, string>) {
    this.#ground = ground
    this.#needs = needs
    this.#founded = founded
    this.#customers = customers
  }

  async take(step: Step): Promise<void> {
    const theCase = this.#cases.get(step.case)
    if (step.do !== 'register' && !theCase) return this.#refuse(`${step.do}: case-not-registered`)
    try {
      await this.#do(step, theCase!)
      this.result.done++
    } catch (error) {
      if (error instanceof Refusal) return this.#refuse(`${step.do}: ${error.code}`)
      if (error instanceof Forbidden) return this.#refuse(`${step.do}: ${error.permission}`)
      if (error instanceof NotFound) return this.#refuse(`${step.do}: not found ${error.what}`)
      if (error instanceof BadInput) return this.#refuse(`${step.do}: ${error.message}`)
      throw error
    }
  }

  #refuse(why: string): void {
    this.result.refused.set(why, (this.result.refused.get(why) ?? 0) + 1)
  }

  #at<T>(step: { at: string }, actor: Actor, body: (work: Work) => Promise<T>): Promise<T> {
    return doWork({ ...this.#ground, now: () => step.at, announce: () => {} }, actor, body)
  }

  async #do(step: Step, theCase: Become): Promise<void> {
    const { areas, causes, people, organisationId } = this.#founded
    const by = people.get(step.by) ?? systemActor(organisationId)
    const run = <T>(body: (work: Work) => Promise<T>) => this.#at(step, by, body)
    switch (step.do) {
      case 'register': {
        const { number } = await run((work) => registerCase(this.#needs, work, this.#registration(step)))
        this.#cases.set(step.case, { number, requests: new Map(), answers: new Map() })
        return
      }
      case 'classify':
        return void (await run((work) => classifyCase(work, theCase.number, { causeId: causes.get(step.cause), severity: step.severity, reason: step.reason })))
      case 'route':
        return void (await run((work) => routeCase(work, theCase.number, { areaId: areas.get(step.area)!, reason: step.reason })))
      case 'assign':
        return void (await run((work) => assignCase(work, theCase.number, { ownerId: people.get(step.owner)?.id ?? null, reason: 'Reparto de la sucursal' })))
      case 'ask-area': {
        const { areaRequestId } = await run((work) => askArea(work, theCase.number, { areaId: areas.get(step.area)!, question: step.question, files: [] }))
        theCase.requests.set(step.request, areaRequestId)
        return
      }
      case 'area-return':
        return void (await run((work) => returnAreaRequest(work, known(theCase.requests, step.request, 'area request'), { reason: step.reason })))
      case 'area-answer':
        return void (await run((work) => answerAreaRequest(work, known(theCase.requests, step.request, 'area request'), { answer: step.answer, files: [] })))
      case 'fulfil':
        return run((work) => this.#fulfil(work, theCase.number, step))
      case 'note':
        return void (await run((work) => writeNote(work, theCase.number, { kind: step.telephone ? 'telephone-note' : 'note', body: step.body, mentions: [], files: [] })))
      case 'hear':
        return void (await run((work) => writeNote(work, theCase.number, { kind: 'customer-message', body: step.body, mentions: [], files: [] })))
      case 'answer':
        return this.#answer(step, theCase, run)
      case 'approve':
        await run((work) => approveAnswer(work, known(theCase.answers, step.answer, 'answer')))
        return this.#deliver(step.at, known(theCase.answers, step.answer, 'answer'))
      case 'close':
        return void (await run((work) => closeCase(work, theCase.number, {
          causeId: causes.get(step.cause)!, actionTaken: step.actionTaken, remedy: step.remedy, told: step.told, ...(step.amount !== null && { money: { amount: String(step.amount), currency: 'COP' } }),
        })))
      case 'reopen':
        return void (await run((work) => reopenCase(work, theCase.number, { reason: step.reason })))
      case 'withdraw':
        return void (await run((work) => withdrawCase(work, theCase.number, { reason: step.reason })))
      case 'merge':
        return void (await run((work) => mergeCase(work, theCase.number, { into: known(this.#cases, step.into, 'case').number, reason: step.reason })))
    }
  }

  async #fulfil(work: Work, number: string, { at, body }: Extract<Step, { do: 'fulfil' }>): Promise<void> {
    const { duties } = await readCase(work, number)
    const on = localDay(COMPANY, at)
    for (const { id, state } of duties) if (id && state !== 'ended') await fulfilDuty(work, id, { on, to: '', filing: '', note: body })
  }

  async #answer(step: Extract<Step, { do: 'answer' }>, theCase: Become, run: <T>(body: (work: Work) => Promise<T>) => Promise<T>): Promise<void> {
    const { answerId, status } = await run((work) => writeAnswer(work, theCase.number, {
      final: step.final, way: step.way, recipient: step.recipient, subject: step.subject, body: step.body, files: [],
      ...(step.amount !== null && { money: { amount: String(step.amount), currency: 'COP' } }),
    }))
    theCase.answers.set(step.answer, answerId)
    if (status === 'leaving') await this.#deliver(step.at, answerId)
  }

  /** The mail server took it some seconds later: in the demonstration nobody is written to. */
  async #deliver(at: string, answerId: string): Promise<void> {
    const later = new Date(Date.parse(at) + 14_000).toISOString()
    await this.#at({ at: later }, systemActor(this.#founded.organisationId), async (work) => {
      const [answer] = await work.tx<{ mailId: string | null }>`select mail_id from case_answers where organisation_id = ${work.actor.organisationId} and id = ${answerId}`
      if (answer?.mailId) await answerMailSent(work, answer.mailId, later)
    })
  }

  #registration({ written, receivedAt, classified, acknowledge }: Extract<Step, { do: 'register' }>) {
    const { branches, products, causes } = this.#founded
    const { reporter, customer } = written
    return RegisterCase.body!.parse({
      kind: written.kind, channel: written.channel, stage: written.stage, language: written.language, title: written.title, description: written.description, wishedOutcome: written.wishedOutcome,
      productId: written.product ? products.get(written.product) : undefined, serial: written.serial, orderNumber: written.orderNumber, place: written.place, incidentOn: written.incidentOn ?? undefined,
      branchId: branches.get(written.branch), receivedAt, personalData: written.personalData, subjects: written.cause === 'DAT.HAB.LLA' ? ['do-not-contact'] : [], acknowledge,
      ...(classified && { causeId: causes.get(written.cause), severity: written.severity }),
      customer: customer.status === 'known' ? { status: 'known', customerId: this.#customers.get(customer.code) }
        : customer.status === 'third-party' ? { status: 'third-party', onBehalfOf: customer.onBehalfOf, customerId: this.#customers.get(customer.code) } : customer,
      reporter: { ...reporter, email: reporter.email || undefined },
    })
  }
}

/** What an earlier step made; a step whose earlier one was refused is refused too. */
function known<T>(made: Map<number, T>, at: number, what: string): T {
  const one = made.get(at)
  if (one === undefined) throw new NotFound(what)
  return one
}
