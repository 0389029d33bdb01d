import type { DueDateProps } from '#platform/web/design/DueDate.tsx'
import type { Formats } from '#platform/web/formats.ts'
import type { TermExplained } from '../contract-sheet.ts'
import type { z } from 'zod'

type Explained = z.infer<typeof TermExplained>
type Progress = Pick<DueDateProps, 'state' | 'near' | 'left' | 'elapsed' | 'metOn'>

const LAST_DAYS = 1

/**
 * How far a term has run: in the days that count where it counts days, else by the clock.
 * `now`: epoch milliseconds.
 */
export function termProgress({ state, unit, counted, receivedAt, dueAt, metAt }: Explained, { today, dayOf }: Pick<Formats, 'today' | 'dayOf'>, now: number): Progress {
  if (state === 'met') return { state, metOn: metAt ? dayOf(metAt) : undefined }
  const [from, to] = [Date.parse(receivedAt), Date.parse(dueAt)]
  const left = counted.filter((day) => day > today()).length
  const late = now > to
  return {
    state: state === 'paused' ? 'paused' : 'running',
    near: !late && left <= LAST_DAYS,
    ...(counted.length > 0 && !late && { left: { days: left, ...(unit !== 'working-day' && { calendar: true }) } }),
    elapsed: late ? 1 : counted.length > 1 ? (counted.length - left) / counted.length : (now - from) / Math.max(1, to - from),
  }
}
