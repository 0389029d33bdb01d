import { useId, useState } from 'react'
import type { TermRule } from '#kernel/term.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { AddTermRuleVersion, ListTermRules, ProposeTermRuleVersion, ReadTermRule } from '../contract-endpoints.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { ApplyProposal, Proposal } from './Proposal.tsx'
import { draftOf, factsOf } from './rule-draft.ts'
import { RuleFields } from './RuleFields.tsx'

/** All of a rule but what it measures: first written, then weighed, then applied. */
export function RuleVersionDialog({ rule, onClose }: { rule: TermRule; onClose: () => void }) {
  const { proposal, calendars, terms } = useWords({ es, en })
  const rules = useReply(ListTermRules).data?.items.map(({ definition: each }) => each) ?? [rule]
  const [draft, setDraft] = useState(() => draftOf(rule))
  const form = useId()
  const propose = useVerb(ProposeTermRuleVersion)
  const apply = useVerb(AddTermRuleVersion, { rereads: [ListTermRules, ReadTermRule] })
  const definition = factsOf(draft)
  const params = { ruleId: rule.id }
  const frame = { open: true, onClose, title: terms.versionTitle(rule.id), size: 'large' } as const
  if (propose.data) {
    const send = (reason: string, openTerms: boolean) => apply.mutate({ params, body: { definition, reason, openTerms }, ifMatch: rule.version }, {
      onSuccess: (written) => { onClose(); showToast({ text: proposal.applied(written.version) }) },
    })
    return (
      <Dialog {...frame} primary={<ApplyProposal applying={apply.isPending} />}>
        <div><Button small weight="quiet" icon="back" onPress={propose.reset}>{proposal.mend}</Button></div>
        <Proposal preview={propose.data} error={null} asksOpenTerms applyError={apply.error} onApply={send} />
      </Dialog>
    )
  }
  return (
    <Dialog {...frame} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" pending={propose.isPending}>{calendars.propose}</Button>}>
      <form id={form} className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); propose.mutate({ params, body: { definition } }) }}>
        <FormErrors errors={formErrors(propose.error)} />
        <RuleFields draft={draft} onChange={setDraft} error={propose.error} rules={rules} measures="fixed" />
      </form>
    </Dialog>
  )
}
