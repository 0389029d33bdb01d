import './DateField.css'
import './floating.css'
import { useState } from 'react'
import type { DayText } from '#kernel/day.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Button } from './Button.tsx'
import { dayFromText } from './day-from-text.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { useFloating } from './use-floating.ts'

export type DateFieldProps = FieldProps & {
  value: DayText | null
  onChange: (day: DayText | null) => void
  min?: DayText
  max?: DayText
}

/** Typed first ('22/7', 'mañana', '+3'), understood on leaving; the calendar is there for who would rather look. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const calendar = useFloating<HTMLDivElement>()
  const [text, setText] = useState(value ? formats.shortDay(value) : '')
  const [unread, setUnread] = useState(false)
  const [focused, setFocused] = useState<DayText>()
  const [month, setMonth] = useState<DayText>(value ?? formats.today())

  function focus(day: DayText) {
    setMonth(day)
    setFocused(day)
  }

  function turn(months: number) {
    setFocused(undefined)
    setMonth(formats.monthAfter(month, months))
  }

  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (value) setText(formats.shortDay(value))
  }

  function read() {
    const day = text.trim() === '' ? null : dayFromText(text, formats.today())
    setUnread(text.trim() !== '' && day === null)
    if (day) setText(formats.shortDay(day))
    if (day !== value) onChange(day)
  }

  function pick(day: DayText) {
    setUnread(false)
    setText(formats.shortDay(day))
    onChange(day)
    calendar.hide()
    calendar.anchor.current?.querySelector('input')?.focus()
  }

  return (
    <Field hint={value && !unread ? formats.longDay(value) : words.day.hint} {...field} error={field.error ?? (unread ? words.day.unreadable : null)}>
      {(wiring) => (
        <div className="DateField" ref={calendar.anchor}>
          <input {...wiring} className="Control" name={field.name} value={text} inputMode="text" autoComplete="off"
            onChange={(event) => setText(event.target.value)} onBlur={read}
            onKeyDown={(event) => event.key === 'Enter' && read()} />
          <button type="button" className="DateField-open" aria-label={words.day.open} aria-expanded={calendar.open} aria-haspopup="dialog"
            onClick={() => {
              if (calendar.open) return calendar.hide()
              calendar.show()
              focus(value ?? formats.today())
            }}>
            <Icon name="calendar" />
          </button>
          <div ref={calendar.panel} popover="auto" role="dialog" aria-label={field.label} className="Floating DateField-calendar"
            onToggle={(event) => event.newState === 'closed' && setFocused(undefined)}>
            {calendar.open && (
              <>
                <div className="DateField-month">
                  <Button small weight="quiet" icon="back" label={words.day.previous} onPress={() => turn(-1)} />
                  <strong aria-live="polite">{formats.month(month)}</strong>
                  <Button small weight="quiet" icon="forward" label={words.day.next} onPress={() => turn(1)} />
                </div>
                <MonthGrid month={month} heading={<span className="unseen">{formats.month(month)}</span>} picked={value} focused={focused} onFocus={focus} onPick={pick} />
              </>
            )}
          </div>
        </div>
      )}
    </Field>
  )
}
