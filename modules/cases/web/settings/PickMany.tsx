import { foldText } from '#kernel/plain-text.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { Field } from '#platform/web/design/Field.tsx'
import { Picks } from '#platform/web/design/Picks.tsx'
import { useSettingsWords } from './use-settings-words.ts'

type Props<Id extends string> = { label: string; hint?: string; options: readonly { id: Id; label: string }[]; picked: readonly Id[]; onChange: (picked: Id[]) => void }

/** Some of a few, all in sight. */
export function PickSet<Id extends string>({ label, hint, options, picked, onChange }: Props<Id>) {
  return (
    <Field label={label} hint={hint} group optional>
      {() => (
        <div className="PickSet">
          {options.map(({ id, label: word }) => (
            <Checkbox key={id} label={word} checked={picked.includes(id)} onChange={(on) => onChange(on ? [...picked, id] : picked.filter((one) => one !== id))} />
          ))}
        </div>
      )}
    </Field>
  )
}

/** Some of many: found as one types, and listed to be taken away again. */
export function PickMany({ label, options, picked, onChange }: Props<string>) {
  const { t } = useSettingsWords()
  const known = (id: string): ComboOption => options.find((option) => option.id === id) ?? { id, label: id }
  const search = (text: string): ComboOption[] => options.filter(({ id, label: word }) => !picked.includes(id) && foldText(word).includes(foldText(text))).slice(0, 30)
  return <Picks label={label} value={picked.map(known)} minLength={0} search={search} onChange={(taken) => onChange(taken.map(({ id }) => id))} placeholder={picked.length === 0 ? t.any : ''} optional />
}
