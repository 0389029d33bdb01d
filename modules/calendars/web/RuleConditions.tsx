import { useContext } from 'react'
import type { Condition, TermRule } from '#kernel/term.ts'
import { useMay } from '#modules/people/web/use-me.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Field } from '#platform/web/design/Field.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Picks } from '#platform/web/design/Picks.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { en } from '../en-rule-form.ts'
import { es } from '../es-rule-form.ts'
import { NO_CONDITION, type Answer, type ConditionDraft } from './rule-draft.ts'
import { useCalled, WhoseContext, type Named } from './whose.ts'

type Props = { conditions: readonly ConditionDraft[]; onChange: (conditions: ConditionDraft[]) => void; rules: readonly TermRule[]; error: unknown }
const LISTS = ['subjects', 'exceptSubjects', 'flags', 'exceptFlags'] as const

/** Which cases the rule binds: any of these conditions is enough, and none leaves it to the rule's family. */
export function RuleConditions({ conditions, onChange, rules, error }: Props) {
  const t = useWords({ es, en })
  const known = (...keys: readonly (typeof LISTS)[number][]) => [...new Set(rules.flatMap(({ applies }) => applies.flatMap((one) => keys.flatMap((key) => one[key] ?? []))))].sort()
  const told = (codes: readonly string[]) => codes.map((code) => (t.words[code] ? `${code} (${t.words[code]})` : code)).join(', ')
  const inUse = { subjects: known('subjects', 'exceptSubjects'), flags: known('flags', 'exceptFlags') }
  const change = (at: number, some: Partial<ConditionDraft>) => onChange(conditions.map((one, i) => (i === at ? { ...one, ...some } : one)))
  return (
    <>
      <p className="soft">{conditions.length === 0 ? t.always : t.anyHolds}</p>
      {conditions.map((condition, at) => (
        <fieldset key={at} className="RulePart" aria-label={t.condition(at + 1)}>
          <div className="RulePart-head">
            <strong>{t.condition(at + 1)}</strong>
            <Button small weight="quiet" icon="close" label={t.removeCondition(at + 1)} onPress={() => onChange(conditions.filter((_, i) => i !== at))} />
          </div>
          <Kinds kinds={condition.kinds} onChange={(kinds) => change(at, { kinds })} />
          {LISTS.map((list) => (
            <TextField key={list} label={t[list]} name={`definition.applies.${at}.${list}`} value={condition[list]} onChange={(text) => change(at, { [list]: text })} error={errorOf(error, `definition.applies.${at}.${list}`)}
              hint={list === 'subjects' ? t.wordsHint(told(inUse.subjects)) : list === 'flags' ? t.wordsHint(told(inUse.flags)) : undefined} optional />
          ))}
          <FormRow>
            <EitherWay label={t.personalData} value={condition.personalData} onChange={(personalData) => change(at, { personalData })} />
            <EitherWay label={t.consumer} value={condition.consumer} onChange={(consumer) => change(at, { consumer })} />
          </FormRow>
          <Whom named="customers" ids={condition.customers} onChange={(customers) => change(at, { customers })} />
          <TextField label={t.segments} name={`definition.applies.${at}.segments`} value={condition.segments} onChange={(segments) => change(at, { segments })} error={errorOf(error, `definition.applies.${at}.segments`)} hint={t.segmentsHint} optional />
          <Whom named="products" ids={condition.products} onChange={(products) => change(at, { products })} />
        </fieldset>
      ))}
      <div><Button small icon="plus" onPress={() => onChange([...conditions, NO_CONDITION])}>{t.addCondition}</Button></div>
    </>
  )
}

function Kinds({ kinds, onChange }: { kinds: readonly string[]; onChange: (kinds: string[]) => void }) {
  const t = useWords({ es, en })
  return (
    <Field label={t.kinds} hint={t.kindsHint} group optional>
      {() => (
        <div className="RuleKinds">
          {[...new Set([...Object.keys(t.kindNames), ...kinds])].map((kind) => (
            <Checkbox key={kind} label={t.kindNames[kind] ?? kind} checked={kinds.includes(kind)} onChange={(on) => onChange(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))} />
          ))}
        </div>
      )}
    </Field>
  )
}

/** Whom a contract names, or for what: found by name, kept by id. */
function Whom({ named, ids, onChange }: { named: Named; ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useWords({ es, en })
  const { find } = useContext(WhoseContext)[named]
  const called = useCalled(named, ids)
  const sees = useMay('customers.read')
  if (named === 'customers' && !sees) return <p className="soft small">{t.customersUnseen(ids.length)}</p>
  return <Picks label={t[named]} hint={t.whomHints[named]} value={ids.map((id) => ({ id, label: called(id) }))} search={find} onChange={(options) => onChange(options.map(({ id }) => id))} minLength={2} optional />
}

function EitherWay({ label, value, onChange }: { label: string; value: Answer; onChange: (answer: Answer) => void }) {
  const t = useWords({ es, en })
  return <Select label={label} value={value} onChange={(answer) => onChange(answer as Answer)} none={t.either} options={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} optional />
}

/** The same in words, for whoever reads the rule: a case is bound by any of them. */
export function useConditionsText(rules: readonly Condition[]): string[] {
  const { said, always, kindNames, words } = useWords({ es, en })
  const { list } = useFormats()
  const all = (named: Named) => [...new Set(rules.flatMap((one) => one[named] ?? []))]
  const sees = useMay('customers.read')
  const [customer, product] = [useCalled('customers', sees ? all('customers') : []), useCalled('products', all('products'))]
  const named = (codes: readonly string[]) => list(codes.map((code) => words[code] ?? code))
  const text = ({ kinds, subjects, exceptSubjects, flags, exceptFlags, personalData, consumer, customers, segments, products }: Condition) =>
    [kinds && said.kinds(list(kinds.map((kind) => kindNames[kind] ?? kind))), subjects && said.subjects(named(subjects)), exceptSubjects && said.exceptSubjects(named(exceptSubjects)), flags && said.flags(named(flags)),
      exceptFlags && said.exceptFlags(named(exceptFlags)), personalData !== undefined && said.personalData(personalData), consumer !== undefined && said.consumer(consumer),
      customers && (sees ? said.customers(list(customers.map(customer))) : said.customersUnseen(customers.length)), segments && said.segments(list([...segments])), products && said.products(list(products.map(product)))].filter(Boolean).join(', ')
  return rules.length === 0 ? [always] : rules.map((rule, i) => (i === 0 ? text(rule) : said.or(text(rule))))
}
