import './CaseSettings.css'
import { useState } from 'react'
import type { z } from 'zod'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats } from '#platform/web/words.ts'
import { Kind } from '../../contract.ts'
import { AddApprovalRule, ChangeApprovalRule, ListApprovalRules, type ApprovalRule as RuleShape } from '../../contract-settings.ts'
import { PickSet } from './PickMany.tsx'
import { useSettingsWords } from './use-settings-words.ts'

type Rule = z.infer<typeof RuleShape>

/** Which answers somebody else reads before they leave. */
export function ApprovalsScreen() {
  const { t, words, locked } = useSettingsWords()
  const formats = useFormats()
  const [{ rule: open }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useReply(ListApprovalRules)
  const shown = data?.items.find(({ id }) => id === open)
  const kindsOf = ({ kinds }: Rule) => (kinds.length > 0 ? formats.list(kinds.map((kind) => words.kinds[kind])) : t.approvals.everyKind)
  const columns: Column<Rule>[] = [
    { id: 'kinds', head: t.approvals.rule, cell: kindsOf },
    { id: 'amount', head: t.approvals.amount, cell: ({ amountAbove }) => (amountAbove === null ? t.approvals.anyAmount : t.approvals.above(formats.money(Number(amountAbove)))), width: '220px' },
    { id: 'state', head: t.state, width: '130px', cell: ({ active }) => !active && <StateMark shape="cancelled" tone="soft">{t.out}</StateMark> },
  ]
  return (
    <Page title={t.approvals.title} flush eyebrow={<Link href="/settings">{t.back}</Link>} facts={<span className="soft">{t.approvals.note}</span>}
      primary={<Button weight="primary" disabledReason={locked} onPress={() => { change({ rule: undefined }); setAdding(true) }}>{t.approvals.add}</Button>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? (
        <Table label={t.approvals.title} rows={data.items} columns={columns} rowKey={({ id }) => id} rowName={kindsOf} currentKey={open ?? null} keys
          onOpen={({ id }) => { setAdding(false); change({ rule: id }) }} onPeek={({ id }) => change({ rule: id })} empty={<EmptyState icon="check" title={t.approvals.emptyTitle}>{t.approvals.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
      <SidePeek open={adding || shown !== undefined} title={shown ? t.approvals.edit : t.approvals.addTitle} onClose={() => { setAdding(false); change({ rule: undefined }) }}>
        <ApprovalForm key={shown?.id ?? 'new'} rule={shown ?? null} locked={locked} onDone={(id) => { setAdding(false); change({ rule: id }) }} />
      </SidePeek>
    </Page>
  )
}

function ApprovalForm({ rule, locked, onDone }: { rule: Rule | null; locked: string | null; onDone: (id: string) => void }) {
  const { t, words, errorsOf } = useSettingsWords()
  const add = useVerb(AddApprovalRule, { rereads: [ListApprovalRules] })
  const edit = useVerb(ChangeApprovalRule, { rereads: [ListApprovalRules] })
  const [kinds, setKinds] = useState<Kind[]>(rule?.kinds ?? [])
  const [amount, setAmount] = useState(rule?.amountAbove ?? '')
  const [active, setActive] = useState(rule?.active ?? true)
  const error = rule ? edit.error : add.error
  function send() {
    const body = { kinds, amountAbove: amount.replaceAll(/[.\s]/g, '').replace(',', '.') || null, active }
    if (rule) edit.mutate({ params: { ruleId: rule.id }, ifMatch: rule.version, body }, { onSuccess: () => showToast({ text: t.saved }) })
    else add.mutate({ body }, { onSuccess: ({ id }) => onDone(id) })
  }
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={errorsOf(error)} />
      <PickSet label={t.kinds} hint={t.causesScreen.kindsHint} options={Kind.options.map((id) => ({ id, label: words.kinds[id] }))} picked={kinds} onChange={setKinds} />
      <TextField label={t.approvals.amount} name="amountAbove" value={amount} onChange={setAmount} inputMode="decimal" hint={t.approvals.amountHint} error={errorOf(error, 'amountAbove')} optional />
      {rule && <Checkbox label={t.active} checked={active} onChange={setActive} />}
      <div><Button type="submit" weight={rule ? 'plain' : 'primary'} kbd="$mod+Enter" disabledReason={locked} pending={add.isPending || edit.isPending}>{rule ? t.save : t.add}</Button></div>
    </form>
  )
}
