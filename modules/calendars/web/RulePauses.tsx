import type { TermRule } from '#kernel/term.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { en as enForm } from '../en-rule-form.ts'
import { en } from '../en.ts'
import { es as esForm } from '../es-rule-form.ts'
import { es } from '../es.ts'
import { optionsOf } from './options-of.ts'
import type { CapUnit, PauseDraft, RuleDraft } from './rule-draft.ts'

const CAP_UNITS: readonly CapUnit[] = ['working-day', 'calendar-day', 'month']

/** What stops the clock, for how long at most and how often. */
export function RulePauses({ draft, set, error, rules }: { draft: RuleDraft; set: (some: Partial<RuleDraft>) => void; error: unknown; rules: readonly TermRule[] }) {
  const t = useWords({ es: esForm, en: enForm })
  const words = useWords({ es, en })
  const known = [...new Set([...Object.keys(words.cause), ...rules.flatMap(({ suspension }) => suspension?.causes.map(({ cause }) => cause) ?? [])])]
  const change = (at: number, some: Partial<PauseDraft>) => set({ pauses: draft.pauses.map((pause, i) => (i === at ? { ...pause, ...some } : pause)) })
  const free = known.find((cause) => !draft.pauses.some((pause) => pause.cause === cause))
  const named = (cause: string) => words.cause[cause] ?? cause
  return (
    <>
      {draft.pauses.length === 0 && <p className="soft">{t.pausesNone}</p>}
      {draft.pauses.map((pause, at) => {
        const field = (name: 'cap' | 'renewals' | 'times', path: string) => ({ name: path, value: pause[name], onChange: (value: string) => change(at, { [name]: value }), error: errorOf(error, path), inputMode: 'numeric' as const, maxLength: 4 })
        const path = `definition.suspension.causes.${at}`
        return (
          <div key={pause.cause} className="RulePart">
            <div className="RulePart-head">
              <Select label={t.pause} name={`${path}.cause`} value={pause.cause} onChange={(cause) => change(at, { cause })} options={known.filter((cause) => cause === pause.cause || !draft.pauses.some((other) => other.cause === cause)).map((value) => ({ value, label: named(value) }))} />
              <Button small weight="quiet" icon="close" label={t.removePause(named(pause.cause))} onPress={() => set({ pauses: draft.pauses.filter((_, i) => i !== at) })} />
            </div>
            <FormRow>
              <TextField label={t.cap} hint={t.capHint} {...field('cap', `${path}.cap.amount`)} optional />
              <Select label={t.capUnit} value={pause.capUnit} onChange={(unit) => change(at, { capUnit: unit as CapUnit })} options={CAP_UNITS.map((value) => ({ value, label: words.unit[value].other }))} disabled={pause.cap.trim() === ''} />
            </FormRow>
            <FormRow>
              <TextField label={t.renewals} {...field('renewals', `${path}.renewals`)} />
              <TextField label={t.pauseTimes} hint={t.pauseTimesHint} {...field('times', `${path}.times`)} optional />
            </FormRow>
          </div>
        )
      })}
      {free !== undefined && <div><Button small icon="plus" onPress={() => set({ pauses: [...draft.pauses, { cause: free, cap: '', capUnit: 'calendar-day', renewals: '0', times: '' }] })}>{t.addPause}</Button></div>}
      {draft.pauses.length > 0 && <Select label={t.resumes} value={draft.resumes} onChange={(resumes) => set({ resumes: resumes as RuleDraft['resumes'] })} options={optionsOf(t.resumesOn)} />}
    </>
  )
}
