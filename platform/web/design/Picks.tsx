import './Picks.css'
import { useState } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'
import { ComboBox, type ComboBoxProps, type ComboOption } from './ComboBox.tsx'

type Props<Option extends ComboOption> = Omit<ComboBoxProps<Option>, 'value' | 'onChange' | 'create'> & { value: readonly Option[]; onChange: (options: Option[]) => void }

/** Several of many: each found as one types, and listed below to be taken away again. What is taken is not offered twice. */
export function Picks<Option extends ComboOption>({ value, onChange, search, autoFocus, ...field }: Props<Option>) {
  const words = useWords({ es, en })
  // Whatever was picked is listed below: the field begins anew, with the focus that it had.
  const [picks, setPicks] = useState(0)
  const left = async (text: string, signal: AbortSignal) => (await search(text, signal)).filter(({ id }) => !value.some((one) => one.id === id))
  return (
    <div>
      <ComboBox<Option> {...field} key={picks} autoFocus={autoFocus || picks > 0} value={null} search={left}
        onChange={(option) => {
          if (!option) return
          setPicks(picks + 1)
          onChange([...value, option])
        }} />
      {value.length > 0 && (
        <ul className="Picks-taken">
          {value.map(({ id, label }) => (
            <li key={id}><span dir="auto">{label}</span><Button small weight="quiet" icon="close" label={words.remove(label)} onPress={() => onChange(value.filter((one) => one.id !== id))} /></li>
          ))}
        </ul>
      )}
    </div>
  )
}
