import './RuleFields.css'
import type { ReactNode } from 'react'
import { sourceIn, type Clock, type Layer, type Mark, type StartsFrom, type TermRule, type Unit } from '#kernel/term.ts'
import { Choice } from '#platform/web/design/Choice.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { Facts, FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { en as enForm } from '../en-rule-form.ts'
import { en as enScreens } from '../en-screens.ts'
import { en } from '../en.ts'
import { es as esForm } from '../es-rule-form.ts'
import { es as esScreens } from '../es-screens.ts'
import { es } from '../es.ts'
import { optionsOf } from './options-of.ts'
import { HOURLY, isHourly, type RuleDraft } from './rule-draft.ts'
import { RuleConditions } from './RuleConditions.tsx'
import { RulePauses } from './RulePauses.tsx'

export type RuleFieldsProps = {
  draft: RuleDraft
  onChange: (draft: RuleDraft) => void
  error: unknown
  /** The rules there are: their families, causes of pause, matters and flags are the words to choose from. */
  rules: readonly TermRule[]
  /** A version of a rule measures what the rule measures. */
  measures: 'chosen' | 'fixed'
}

/** Everything that decides a date by this rule, a column of the table each. */
export function RuleFields({ draft, onChange, error, rules, measures }: RuleFieldsProps) {
  const t = useWords({ es: esForm, en: enForm })
  const { terms } = useWords({ es: esScreens, en: enScreens })
  const words = useWords({ es, en })
  const { language } = useReader()
  const set = (some: Partial<RuleDraft>) => onChange({ ...draft, ...some })
  const wrong = (path: string) => ({ name: `definition.${path}`, error: errorOf(error, `definition.${path}`) })
  return (
    <>
      <FormRow>
        <TextField label={terms.nameEs} {...wrong('name.es')} value={draft.name.es} onChange={(said) => set({ name: { ...draft.name, es: said } })} />
        <TextField label={terms.nameEn} {...wrong('name.en')} value={draft.name.en} onChange={(said) => set({ name: { ...draft.name, en: said } })} />
      </FormRow>
      <Group title={t.groups.measures}>
        {measures === 'chosen' ? <Measured draft={draft} set={set} wrong={wrong} /> : (
          <>
            <Facts facts={[{ name: t.clock, value: words.clock[draft.clock] }, { name: t.layer, value: words.layer[draft.layer] }, { name: t.party, value: t.parties[draft.party] }, { name: t.starts, value: words.startsFrom[draft.startsFrom] }]} />
            <p className="soft small">{t.fixed}</p>
          </>
        )}
        <Select label={t.family} hint={t.familyHint} {...wrong('family')} value={draft.family} onChange={(family) => set({ family })} options={[...new Set(rules.map(({ family }) => family))].map((value) => ({ value, label: terms.families[value] ?? value }))} />
      </Group>
      <Counting draft={draft} set={set} wrong={wrong} />
      <Group title={t.groups.extension}>
        <Choice label={t.extends} name="extends" value={draft.extends} onChange={(extended) => set({ extends: extended })} hint={t.extensionHint} options={(['none', 'double', 'figure'] as const).map((value) => ({ value, label: t.extensions[value] }))} />
        {draft.extends !== 'none' && (
          <FormRow>
            <TextField label={t.times} {...wrong('extension.times')} value={draft.times} onChange={(times) => set({ times })} inputMode="numeric" maxLength={2} />
            {draft.extends === 'figure' && <TextField label={`${t.most} (${words.unit[draft.unit].other})`} {...wrong('extension.max')} value={draft.most} onChange={(most) => set({ most })} inputMode="decimal" maxLength={6} />}
          </FormRow>
        )}
      </Group>
      <Group title={t.groups.pauses}><RulePauses draft={draft} set={set} error={error} rules={rules} /></Group>
      <Group title={t.groups.binds}><RuleConditions conditions={draft.applies} onChange={(applies) => set({ applies })} rules={rules} error={error} /></Group>
      <Group title={t.groups.source}>
        <FormRow>
          <TextField label={terms.source} {...wrong('source')} value={sourceIn(draft.source, language)} onChange={(source) => set({ source })} />
          <Select label={terms.mark} {...wrong('mark')} value={draft.mark} onChange={(mark) => set({ mark: mark as Mark })} options={optionsOf(words.mark)} />
        </FormRow>
        <FormRow>
          <TextField label={t.breach} {...wrong('onBreach.es')} value={draft.onBreach.es} onChange={(said) => set({ onBreach: { ...draft.onBreach, es: said } })} optional />
          <TextField label={t.breachEn} {...wrong('onBreach.en')} value={draft.onBreach.en} onChange={(said) => set({ onBreach: { ...draft.onBreach, en: said } })} optional />
        </FormRow>
        <FormRow>
          <TextField label={t.note} {...wrong('note.es')} value={draft.note.es} onChange={(said) => set({ note: { ...draft.note, es: said } })} optional />
          <TextField label={t.noteEn} {...wrong('note.en')} value={draft.note.en} onChange={(said) => set({ note: { ...draft.note, en: said } })} optional />
        </FormRow>
      </Group>
      <Group title={t.groups.force}>
        <FormRow>
          <DateField label={terms.facts.since} {...wrong('since')} value={draft.since ?? null} onChange={(since) => set({ since: since ?? undefined })} hint={measures === 'fixed' ? terms.sinceHint : undefined} optional />
          <DateField label={terms.facts.until} {...wrong('until')} value={draft.until ?? null} onChange={(until) => set({ until: until ?? undefined })} optional />
        </FormRow>
      </Group>
    </>
  )
}

type Part = { draft: RuleDraft; set: (some: Partial<RuleDraft>) => void; wrong: (path: string) => { name: string; error: string | null } }

function Measured({ draft, set, wrong }: Part) {
  const t = useWords({ es: esForm, en: enForm })
  const words = useWords({ es, en })
  return (
    <>
      <FormRow>
        <Select label={t.clock} {...wrong('clock')} value={draft.clock} onChange={(clock) => set({ clock: clock as Clock })} options={optionsOf(words.clock)} />
        <Select label={t.layer} {...wrong('layer')} value={draft.layer} onChange={(layer) => set({ layer: layer as Layer })} options={optionsOf(words.layer)} />
      </FormRow>
      <FormRow>
        <Select label={t.party} {...wrong('party')} value={draft.party} onChange={(party) => set({ party: party as TermRule['party'] })} options={optionsOf(t.parties)} />
        <Select label={t.starts} {...wrong('startsFrom')} value={draft.startsFrom} onChange={(from) => set({ startsFrom: from as StartsFrom })} options={optionsOf(words.startsFrom)} />
      </FormRow>
    </>
  )
}

function Counting({ draft, set, wrong }: Part) {
  const t = useWords({ es: esForm, en: enForm })
  const { terms } = useWords({ es: esScreens, en: enScreens })
  const words = useWords({ es, en })
  const toUnit = (unit: Unit) => set({ unit, ...(isHourly(unit) && HOURLY) })
  const units = Object.fromEntries(Object.entries(words.unit).map(([unit, { other }]) => [unit, other])) as Record<Unit, string>
  return (
    <Group title={t.groups.counting}>
      <FormRow>
        <TextField label={terms.amount} {...wrong('amount')} value={draft.amount} onChange={(amount) => set({ amount })} inputMode="decimal" hint={terms.amountHint} maxLength={8} optional />
        <Select label={terms.unit} {...wrong('unit')} value={draft.unit} onChange={(unit) => toUnit(unit as Unit)} options={optionsOf(units)} />
      </FormRow>
      {isHourly(draft.unit) ? <p className="soft small">{t.hourly}</p> : (
        <FormRow>
          <Select label={t.first} {...wrong('start')} value={draft.start} onChange={(start) => set({ start: start as TermRule['start'] })} options={optionsOf(t.firsts)} />
          <Select label={t.late} {...wrong('afterHours')} value={draft.afterHours} onChange={(afterHours) => set({ afterHours: afterHours as TermRule['afterHours'] })} options={optionsOf(terms.afterHours)} />
        </FormRow>
      )}
      <FormRow>
        <Select label={t.counting} {...wrong('weekdays')} value={draft.weekdays} onChange={(weekdays) => set({ weekdays: weekdays as TermRule['weekdays'] })} options={optionsOf(t.countings)} />
        {(draft.unit === 'calendar-day' || draft.unit === 'month') && (
          <Select label={t.lastDay} {...wrong('lastDayOff')} value={draft.lastDayOff} onChange={(last) => set({ lastDayOff: last as TermRule['lastDayOff'] })} options={optionsOf(t.lastDays)} />
        )}
      </FormRow>
    </Group>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return <fieldset className="RuleGroup"><legend>{title}</legend><div className="Stack">{children}</div></fieldset>
}
