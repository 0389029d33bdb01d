import type { Weight } from './fonts.ts'
import type { Style } from './typeset.ts'

// Points. Greys are dark enough to be read from a copy of a copy: #4b5058 on white is 8:1.
export const INK = '#14161a'
const QUIET = '#4b5058'
export const LINE = '#b4b9c0'
export const TINT = '#eef0f2'

export const PAPER = { letter: [612, 792], a4: [595.28, 841.89] } as const
export const MARGIN = { left: 58, right: 58, top: 50, bottom: 66 }
export const COLUMN_GAP = 24

const style = (size: number, leading: number, weight: Weight = 'regular', color = INK): Style => ({ size, leading, weight, color })

export const STYLES = {
  title: style(19, 24, 'strong'),
  heading2: style(12.5, 17, 'strong'),
  heading3: style(10.5, 15, 'strong'),
  body: style(10, 15),
  quiet: style(10, 15, 'regular', QUIET),
  small: style(8.5, 12.5, 'regular', QUIET),
  label: style(8, 11, 'regular', QUIET),
  value: { ...style(10, 14), tabular: true },
  cell: { ...style(9, 12.5), tabular: true },
  columnTitle: style(8.5, 12, 'strong'),
  total: { ...style(9, 12.5, 'strong'), tabular: true },
  companyName: style(14, 17, 'strong'),
  companyDetail: style(8, 11, 'regular', QUIET),
  monogram: style(17, 20, 'strong', '#ffffff'),
  number: { ...style(14, 18, 'strong'), tabular: true },
  foot: { ...style(7.5, 10, 'regular', QUIET), tabular: true },
  runningNumber: { ...style(8, 11, 'strong'), tabular: true },
} satisfies Record<string, Style>
