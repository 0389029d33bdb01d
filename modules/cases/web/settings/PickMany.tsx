import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { Field } from '#platform/web/design/Field.tsx'
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

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Some of many: found as one types, and listed to be taken away again. */
export function PickMany({ label, options, picked, onChange }: Props<string>) {
  const { t } = useSettingsWords()
  const nameOf = (id: string) => options.find((option) => option.id === id)?.label ?? id
  const search = (text: string): ComboOption[] => options.filter(({ id, label: word }) => !picked.includes(id) && folded(word).includes(folded(text))).slice(0, 30)
  return (
    <div>
      <ComboBox label={label} value={null} minLength={0} search={search} onChange={(option) => option && onChange([...picked, option.id])} placeholder={picked.length === 0 ? t.any : ''} optional />
      {picked.length > 0 && (
        <ul className="PickMany-picked">
          {picked.map((id) => (
            <li key={id}>{nameOf(id)}<Button small weight="quiet" icon="close" label={t.remove(nameOf(id))} onPress={() => onChange(picked.filter((one) => one !== id))} /></li>
          ))}
        </ul>
      )}
    </div>
  )
}
