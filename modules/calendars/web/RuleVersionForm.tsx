import { useState } from 'react'
import type { TermRule } from '#kernel/term.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { AddTermRuleVersion, ListTermRules, ProposeTermRuleVersion, ReadTermRule } from '../contract-endpoints.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { Proposal } from './Proposal.tsx'
import { draftOf, factsOf } from './rule-draft.ts'
import { RuleFields } from './RuleFields.tsx'

/** All of a rule but what it measures: first written, then weighed, then applied. */
export function RuleVersionForm({ rule, onDone }: { rule: TermRule; onDone: () => void }) {
  const { proposal, calendars } = useWords({ es, en })
  const rules = useReply(ListTermRules).data?.items.map(({ definition: each }) => each) ?? [rule]
  const [draft, setDraft] = useState(() => draftOf(rule))
  const propose = useVerb(ProposeTermRuleVersion)
  const apply = useVerb(AddTermRuleVersion, { rereads: [ListTermRules, ReadTermRule] })
  const definition = factsOf(draft)
  const params = { ruleId: rule.id }
  if (propose.data) {
    const send = (reason: string, openTerms: boolean) => apply.mutate({ params, body: { definition, reason, openTerms }, ifMatch: rule.version }, {
      onSuccess: (written) => { onDone(); showToast({ text: proposal.applied(written.version) }) },
    })
    return (
      <>
        <div><Button small weight="quiet" icon="back" onPress={propose.reset}>{proposal.mend}</Button></div>
        <Proposal preview={propose.data} error={null} asksOpenTerms applying={apply.isPending} applyError={apply.error} onApply={send} />
      </>
    )
  }
  return (
    <form className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); propose.mutate({ params, body: { definition } }) }}>
      <FormErrors errors={formErrors(propose.error)} />
      <RuleFields draft={draft} onChange={setDraft} error={propose.error} rules={rules} measures="fixed" />
      <div><Button type="submit" weight="primary" kbd="$mod+Enter" pending={propose.isPending}>{calendars.propose}</Button></div>
    </form>
  )
}
