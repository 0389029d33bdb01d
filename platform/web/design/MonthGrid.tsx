import './MonthGrid.css'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { addMonths, dayText, epochDay, weekdayOf, type DayText } from '#kernel/day.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'

/** How a day is drawn; `word` is what is read aloud after the date. */
export type DayMark = { look: 'counted' | 'skipped' | 'due' | 'received'; word: string }

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month from Monday to Sunday. With `onPick` its days are buttons under the arrow keys, without it they are figures. */
export function MonthGrid({ month, heading, markOf, picked, onPick, focused, onFocus }: {
  /** Any day of it. */
  month: DayText
  heading?: ReactNode
  markOf?: (day: DayText) => DayMark | undefined
  picked?: DayText | null
  onPick?: (day: DayText) => void
  focused?: DayText
  onFocus?: (day: DayText) => void
}) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const grid = useRef<HTMLTableElement>(null)
  const first = epochDay(`${month.slice(0, 7)}-01`)
  const start = first - (weekdayOf(first) - 1)
  const weeks = Math.ceil((addMonths(first, 1) - start) / 7)
  const today = formats.today()
  const wanted = focused ?? picked ?? today
  const tabStop = wanted.startsWith(month.slice(0, 7)) ? wanted : dayText(first)

  useEffect(() => {
    if (focused) grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus()
  }, [focused])

  function move(event: KeyboardEvent) {
    const from = focused ?? tabStop
    const step = STEPS[event.key]
    const to = step !== undefined ? epochDay(from) + step
      : event.key === 'PageDown' ? addMonths(epochDay(from), 1)
      : event.key === 'PageUp' ? addMonths(epochDay(from), -1) : null
    if (to === null) return
    event.preventDefault()
    onFocus?.(dayText(to))
  }

  return (
    <table className="MonthGrid" ref={grid} onKeyDown={onPick ? move : undefined} role={onPick ? 'grid' : undefined}>
      <caption className={heading ? undefined : 'MonthGrid-caption'}>{heading ?? formats.month(month)}</caption>
      <thead>
        <tr>{words.day.weekdays.map((day, i) => <th key={day} scope="col" abbr={words.day.weekdaysWhole[i]}>{day}</th>)}</tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks }, (_, week) => (
          <tr key={week}>
            {Array.from({ length: 7 }, (_, i) => {
              const epoch = start + week * 7 + i
              const day = dayText(epoch)
              if (day.slice(0, 7) !== month.slice(0, 7)) return <td key={day} />
              const mark = markOf?.(day)
              const figure = Number(day.slice(8))
              return (
                <td key={day} data-look={mark?.look} data-today={day === today || undefined} title={mark?.word}
                  aria-selected={onPick ? day === picked : undefined}>
                  {onPick ? (
                    <button type="button" data-day={day} tabIndex={day === tabStop ? 0 : -1}
                      aria-label={formats.longDay(day)} onClick={() => onPick(day)}>{figure}</button>
                  ) : (
                    <>
                      {mark?.look === 'skipped' ? <s>{figure}</s> : <span>{figure}</span>}
                      {mark && <span className="unseen">, {mark.word}</span>}
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
