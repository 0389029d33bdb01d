import type { DayText } from '#kernel/day.ts'
import type { TermRule } from '#kernel/term.ts'

const inForce = ({ since, until }: TermRule, on: DayText) => (since === undefined || on >= since) && (until === undefined || on <= until)

/** Of every version of every rule, the latest of each that is in force that day: one that begins in a month leaves this month to the one before it. */
export function rulesOn(versions: readonly TermRule[], on: DayText): TermRule[] {
  const latest = new Map<string, TermRule>()
  for (const rule of versions) {
    if (inForce(rule, on) && (latest.get(rule.id)?.version ?? 0) < rule.version) latest.set(rule.id, rule)
  }
  return [...latest.values()]
}
