import type { Extension, TermRule } from './term.ts'
import type { Millis } from './zone.ts'

export type ExtensionRefusal =
  | 'extension-not-allowed' | 'extension-times-exhausted' | 'extension-too-long' | 'extension-amount-wrong' | 'extension-notice-late'

/** How much more, in the rule's unit, may still be granted. */
export function extensionLeft(rule: TermRule, granted: readonly Extension[]): number {
  if (!rule.extension || rule.amount === null || granted.length >= rule.extension.times) return 0
  const max = rule.extension.max === 'double' ? rule.amount : rule.extension.max
  return Math.max(0, max - granted.reduce((sum, { amount }) => sum + amount, 0))
}

/** Why the term may not be extended so; null when it may. The notice counts only if given no later than the term then due (Ley 1755/2015 art. 14). */
export function refuseExtension(
  rule: TermRule, term: { dueAt: Millis | null; extensions: readonly Extension[] }, asked: Extension,
): ExtensionRefusal | null {
  if (!rule.extension || rule.amount === null) return 'extension-not-allowed'
  if (term.extensions.length >= rule.extension.times) return 'extension-times-exhausted'
  if (!(asked.amount > 0) || (rule.unit !== 'hour' && rule.unit !== 'working-hour' && !Number.isInteger(asked.amount))) return 'extension-amount-wrong'
  if (asked.amount > extensionLeft(rule, term.extensions)) return 'extension-too-long'
  if (term.dueAt !== null && Math.floor(asked.notifiedAt / 1000) > Math.floor(term.dueAt / 1000)) return 'extension-notice-late'
  return null
}
