import type { Period } from './calendar.ts'

export type PeriodFault = 'clock-time' | 'period-ends-before-it-begins' | 'periods-overlap'

/** '08:00'; a day ends at '24:00'. */
export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

const endsAfterItBegins = ({ from, to }: Period): boolean => from < to

const areApart = (periods: readonly Period[]): boolean =>
  periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)).every(({ from }, i, all) => i === 0 || all[i - 1]!.to <= from)

/** What is wrong with the periods of one day, the first thing of all; null when they can be kept. */
export function faultOfPeriods(periods: readonly Period[]): PeriodFault | null {
  if (!periods.every(({ from, to }) => isClockTime(from) && isClockTime(to))) return 'clock-time'
  if (!periods.every(endsAfterItBegins)) return 'period-ends-before-it-begins'
  return areApart(periods) ? null : 'periods-overlap'
}
