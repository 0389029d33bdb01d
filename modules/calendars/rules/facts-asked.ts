import type { Condition, TermRule } from '#kernel/term.ts'
import type { CountryPack, DecisionStep } from '../contract.ts'

/** What of a case chooses its rules, beside its kind. */
export type TermFacts = { subjects: string[]; flags: string[]; personalData: boolean; consumer: boolean }
export type FactsAsked = { subjects: string[]; flags: string[] }
type Given = { rules: readonly Pick<TermRule, 'applies'>[]; decision: readonly DecisionStep[]; flags: CountryPack['flags']; carried: readonly string[] }

/** What of a case the rules ask, beside its kind: nobody is asked for what no rule of theirs would heed. */
export function factsAsked({ rules, decision, flags, carried }: Given): FactsAsked {
  const conditions: Condition[] = [...decision.flatMap(({ when }) => when), ...rules.flatMap(({ applies }) => applies)]
  // A condition that wants the company to be what it is not holds for no case.
  const open = conditions.filter((condition) => !condition.flags?.some((flag) => flags.company.includes(flag) && !carried.includes(flag)))
  const named = new Set(open.flatMap((condition) => condition.flags ?? []))
  return { subjects: [...new Set(open.flatMap(({ subjects }) => subjects ?? []))], flags: flags.asked.filter((flag) => named.has(flag)) }
}

/** The rules that a flag brings: those that name it, and those of the families that a step with it opens. */
export function broughtBy<Rule extends Pick<TermRule, 'applies' | 'family'>>(flag: string, rules: readonly Rule[], decision: readonly DecisionStep[]): Rule[] {
  const names = (conditions: readonly Condition[]) => conditions.some(({ flags }) => flags?.includes(flag))
  const families = new Set(decision.filter(({ when }) => names(when)).flatMap((step) => step.families))
  return rules.filter(({ applies, family }) => families.has(family) || names(applies))
}
