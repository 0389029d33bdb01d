import { useState } from 'react'
import { sourceIn, type TermRule } from '#kernel/term.ts'
import { useMay } from '#modules/people/web/use-me.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Facts, type Fact } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ListTermRules, PutTermRuleOut, ReadTermRule } from '../contract-endpoints.ts'
import { en as enForm } from '../en-rule-form.ts'
import { en as enScreens } from '../en-screens.ts'
import { en } from '../en.ts'
import { es as esForm } from '../es-rule-form.ts'
import { es as esScreens } from '../es-screens.ts'
import { es } from '../es.ts'
import { amountText } from '../rules/explain-term.ts'
import { ChangeProgress } from './Proposal.tsx'
import { isHourly } from './rule-draft.ts'
import { useConditionsText } from './RuleConditions.tsx'
import { RuleVersionDialog } from './RuleVersionDialog.tsx'
import { Versions } from './Versions.tsx'

/** A rule as a row of law: everything that decides its date, its versions, and the way to another. */
export function RuleSheet({ ruleId }: { ruleId: string }) {
  const { terms, settings } = useWords({ es: esScreens, en: enScreens })
  const { data, error, refetch } = useReply(ReadTermRule, { params: { ruleId } })
  const locked = useMay('settings.manage') ? null : settings.mayNot
  const [writing, setWriting] = useState(false)
  const [ending, setEnding] = useState(false)
  if (error && data?.id !== ruleId) return <ErrorState what={error.message} onRetry={refetch} />
  if (!data || data.id !== ruleId) return <Skeleton />
  return (
    <div className="Stack">
      <RuleFacts rule={data.definition} />
      {data.change && <ChangeProgress change={data.change} />}
      <div className="Unsaved">
        <Button disabledReason={locked} onPress={() => setWriting(true)}>{terms.newVersion}</Button>
        {data.active && <Button weight="quiet" disabledReason={locked} onPress={() => setEnding(true)}>{terms.putOut}</Button>}
      </div>
      <Versions versions={data.versions} />
      {writing && <RuleVersionDialog rule={data.definition} onClose={() => setWriting(false)} />}
      <PutOut ruleId={ruleId} open={ending} onClose={() => setEnding(false)} />
    </div>
  )
}

function RuleFacts({ rule }: { rule: TermRule }) {
  const { terms } = useWords({ es: esScreens, en: enScreens })
  const words = useWords({ es, en })
  const { language } = useReader()
  const t = useWords({ es: esForm, en: enForm })
  const formats = useFormats()
  const binds = useConditionsText(rule.applies)
  const { facts } = terms
  const hourly = isHourly(rule.unit)
  const max = (most: 'double' | number) => (most === 'double' ? terms.double : amountText(most, rule.unit, language))
  const told: (Fact | false | undefined)[] = [
    { name: facts.code, value: <code>{rule.id}</code> },
    { name: terms.amount, value: amountText(rule.amount, rule.unit, language) },
    { name: terms.clock, value: words.clock[rule.clock] },
    { name: terms.layer, value: words.layer[rule.layer] },
    { name: terms.appliesTo, value: <ul>{binds.map((text) => <li key={text}>{text}</li>)}</ul> },
    rule.party === 'customer' && { name: t.party, value: t.parties.customer },
    { name: facts.starts, value: words.startsFrom[rule.startsFrom] },
    !hourly && { name: t.first, value: t.firsts[rule.start] },
    !hourly && { name: facts.pastHours, value: terms.afterHours[rule.afterHours] },
    { name: t.counting, value: t.countings[rule.weekdays] },
    (rule.unit === 'calendar-day' || rule.unit === 'month') && { name: t.lastDay, value: t.lastDays[rule.lastDayOff] },
    { name: facts.extension, value: rule.extension ? terms.extension(rule.extension.times, max(rule.extension.max)) : terms.noExtension },
    { name: facts.pauses, value: rule.suspension ? formats.list(rule.suspension.causes.map(({ cause, cap }) => (cap ? t.capped(words.cause[cause] ?? cause, amountText(cap.amount, cap.unit, language)) : (words.cause[cause] ?? cause)))) : terms.noPauses },
    { name: terms.source, value: sourceIn(rule.source, language) },
    { name: terms.mark, value: words.mark[rule.mark] },
    rule.onBreach !== null && { name: facts.breach, value: rule.onBreach[language] },
    rule.since !== undefined && { name: facts.since, value: formats.day(rule.since) },
    rule.until !== undefined && { name: facts.until, value: formats.day(rule.until) },
    rule.note && { name: facts.note, value: rule.note[language] },
  ]
  return <Facts facts={told.filter((fact): fact is Fact => Boolean(fact))} />
}

function PutOut({ ruleId, open, onClose }: { ruleId: string; open: boolean; onClose: () => void }) {
  const { terms } = useWords({ es: esScreens, en: enScreens })
  const [reason, setReason] = useState('')
  const put = useVerb(PutTermRuleOut, { rereads: [ListTermRules, ReadTermRule] })
  const send = () => put.mutate({ params: { ruleId }, body: { reason } }, { onSuccess: () => { onClose(); showToast({ text: terms.putOutDone(ruleId) }) } })
  return (
    <Dialog open={open} onClose={onClose} title={terms.putOutTitle(ruleId)} primary={<Button weight="danger" pending={put.isPending} onPress={send}>{terms.putOut}</Button>}>
      <div className="Stack">
        <p>{terms.putOutMeans}</p>
        <FormErrors errors={formErrors(put.error)} />
        <TextArea label={terms.reason} name="reason" rows={2} value={reason} onChange={setReason} error={errorOf(put.error, 'reason')} />
      </div>
    </Dialog>
  )
}
