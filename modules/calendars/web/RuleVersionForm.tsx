import { useState } from 'react'
import type { Mark, TermRule, Unit } from '#kernel/term.ts'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useWords } from '#platform/web/words.ts'
import type { RuleFacts } from '../contract.ts'
import { AddTermRuleVersion, ListTermRules, ProposeTermRuleVersion, ReadTermRule } from '../contract-endpoints.ts'
import { en as enScreens } from '../en-screens.ts'
import { en } from '../en.ts'
import { es as esScreens } from '../es-screens.ts'
import { es } from '../es.ts'
import { Proposal } from './Proposal.tsx'

const MARKS: readonly Mark[] = ['V', 'S', 'K', 'TC']

/** What of a rule people change: its amount, its source, from when it holds. First written, then weighed, then applied. */
export function RuleVersionForm({ rule, onDone }: { rule: TermRule; onDone: () => void }) {
  const { terms, proposal, calendars } = useWords({ es: esScreens, en: enScreens })
  const words = useWords({ es, en })
  const { id, version, ...before } = rule
  const [facts, setFacts] = useState<RuleFacts>(before)
  const [amount, setAmount] = useState(rule.amount === null ? '' : String(rule.amount))
  const propose = useVerb(ProposeTermRuleVersion)
  const apply = useVerb(AddTermRuleVersion, { rereads: [ListTermRules, ReadTermRule] })
  const definition = { ...facts, amount: amount.trim() === '' ? null : Number(amount.replace(',', '.')) }
  const set = (some: Partial<RuleFacts>) => setFacts({ ...facts, ...some })
  const params = { ruleId: id }
  if (propose.data) {
    const send = (reason: string, openTerms: boolean) => apply.mutate({ params, body: { definition, reason, openTerms }, ifMatch: version }, {
      onSuccess: (written) => { onDone(); showToast({ text: proposal.applied(written.version) }) },
    })
    return <Proposal preview={propose.data} error={null} asksOpenTerms applying={apply.isPending} applyError={apply.error} onApply={send} />
  }
  return (
    <form className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); propose.mutate({ params, body: { definition } }) }}>
      {propose.error && <Proposal preview={undefined} error={propose.error} applying={false} applyError={null} onApply={() => {}} />}
      <FormRow>
        <TextField label={terms.amount} name="definition.amount" value={amount} onChange={setAmount} inputMode="decimal" hint={terms.amountHint} optional />
        <Select label={terms.unit} name="definition.unit" value={facts.unit} onChange={(unit) => set({ unit: unit as Unit })} options={(Object.keys(words.unit) as Unit[]).map((value) => ({ value, label: words.unit[value].other }))} />
      </FormRow>
      <FormRow>
        <TextField label={terms.nameEs} name="definition.name.es" value={facts.name.es} onChange={(said) => set({ name: { ...facts.name, es: said } })} />
        <TextField label={terms.nameEn} name="definition.name.en" value={facts.name.en} onChange={(said) => set({ name: { ...facts.name, en: said } })} />
      </FormRow>
      <FormRow>
        <TextField label={terms.source} name="definition.source" value={facts.source} onChange={(source) => set({ source })} />
        <Select label={terms.mark} value={facts.mark} onChange={(mark) => set({ mark: mark as Mark })} options={MARKS.map((value) => ({ value, label: words.mark[value] }))} />
      </FormRow>
      <FormRow>
        <DateField label={terms.facts.since} name="definition.since" value={facts.since ?? null} onChange={(since) => set({ since: since ?? undefined })} hint={terms.sinceHint} optional />
        <DateField label={terms.facts.until} name="definition.until" value={facts.until ?? null} onChange={(until) => set({ until: until ?? undefined })} optional />
      </FormRow>
      <div><Button type="submit" weight="primary" pending={propose.isPending}>{calendars.propose}</Button></div>
    </form>
  )
}
