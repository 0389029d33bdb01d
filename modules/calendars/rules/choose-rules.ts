import type { Condition, TermRule } from '#kernel/term.ts'
import type { DayText } from '#kernel/day.ts'
import type { CaseFacts, CountryPack } from '../contract.ts'

/** The steps of the decision order that were taken, and the ids of every rule that binds the case: all are computed, the earliest governs. */
export type ChosenRules = { steps: string[]; rules: string[] }

const holds = (condition: Condition, facts: CaseFacts): boolean =>
  (condition.kinds === undefined || condition.kinds.includes(facts.kind))
  && (condition.subjects === undefined || condition.subjects.some((subject) => facts.subjects.includes(subject)))
  && !condition.exceptSubjects?.some((subject) => facts.subjects.includes(subject))
  && (condition.flags === undefined || condition.flags.every((flag) => facts.flags.includes(flag)))
  && !condition.exceptFlags?.some((flag) => facts.flags.includes(flag))
  && (condition.personalData === undefined || condition.personalData === facts.personalData)
  && (condition.consumer === undefined || condition.consumer === facts.consumer)
  && among(condition.customers, facts.customerId) && among(condition.segments, facts.segment) && among(condition.products, facts.productId)

/** A list that is there asks for one of its own; a segment is what people typed, in capitals or not. */
const among = (list: readonly string[] | undefined, value: string | null | undefined): boolean =>
  list === undefined || (Boolean(value) && list.some((one) => one.toLowerCase() === value!.toLowerCase()))

const holdsAny = (conditions: readonly Condition[], facts: CaseFacts): boolean =>
  conditions.length === 0 || conditions.some((condition) => holds(condition, facts))

const inForce = (rule: TermRule, on: DayText): boolean =>
  (rule.since === undefined || on >= rule.since) && (rule.until === undefined || on <= rule.until)

/** Which rules bind a case received on that day (law-co.md, "Which rule applies"): the order itself is data of the pack. */
export function chooseRules(pack: Pick<CountryPack, 'decision' | 'terms'>, facts: CaseFacts, receivedOn: DayText): ChosenRules {
  const taken = new Set<string>()
  const families = new Set<string>()
  for (const step of pack.decision) {
    if (step.unlessTaken.some((id) => taken.has(id)) || !holdsAny(step.when, facts)) continue
    taken.add(step.id)
    for (const family of step.families) families.add(family)
  }
  const rules = pack.terms.filter((rule) => families.has(rule.family) && inForce(rule, receivedOn) && holdsAny(rule.applies, facts))
  return { steps: [...taken], rules: rules.map(({ id }) => id) }
}
