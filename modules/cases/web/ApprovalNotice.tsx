import { useReply } from '#platform/web/data.ts'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import type { Kind } from '../contract.ts'
import { ListApprovalRules } from '../contract-settings.ts'
import { approvalReason } from '../rules/approval.ts'
import { useCaseWords } from './use-case-words.ts'

/** Said before it is sent: a second person will have to approve it. By the rule by which the server decides. */
export function ApprovalNotice({ kind, amount }: { kind: Kind; amount: string | null }) {
  const { t } = useCaseWords()
  const { data } = useReply(ListApprovalRules, {}, { staleTime: 300_000 })
  const why = approvalReason((data?.items ?? []).filter(({ active }) => active), { kind, amount })
  return why && <StateMark shape="paused">{t.approvalNeeded[why]}</StateMark>
}
