export type ApprovalRule = { kinds: readonly string[]; amountAbove: string | null }

type Closing = { kind: string; amount: string | null; toldNow: boolean }

/**
 * Whether a case would be closed with what a second person should have approved: words said to the customer without an answer of ours, or an amount
 * above what was approved. What an answer told them was weighed when it was written.
 */
export function approvalMissing(rules: readonly ApprovalRule[], { toldNow, ...closing }: Closing, { approved, approvedUpTo }: { approved: boolean; approvedUpTo: string | null }): boolean {
  const why = approvalReason(rules, closing)
  if (why === 'amount') return approvedUpTo === null || Number(approvedUpTo) < Number(closing.amount)
  return why === 'kind' && toldNow && !approved
}

/** Why a second person must approve: by kind, or because the amount is above a rule's; null when nobody need. A rule with both asks for both. */
export function approvalReason(rules: readonly ApprovalRule[], { kind, amount }: { kind: string; amount: string | null }): 'kind' | 'amount' | null {
  for (const rule of rules) {
    if (rule.kinds.length > 0 && !rule.kinds.includes(kind)) continue
    if (rule.amountAbove === null) {
      if (rule.kinds.length > 0) return 'kind'
    } else if (amount !== null && Number(amount) > Number(rule.amountAbove)) return 'amount'
  }
  return null
}
