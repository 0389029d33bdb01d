export type ApprovalRule = { kinds: readonly string[]; amountAbove: string | null }

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
