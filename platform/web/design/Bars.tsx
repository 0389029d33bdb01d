import './Bars.css'
import { useId } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Link } from './Link.tsx'

export type Bar = { id: string; label: string; value: number; href?: string; tone?: 'near' | 'broken' }

/** Lengths from a common zero, each with its name and its number; a target is a line across with its own name. */
export function BarRows({ label, bars, format, target }: {
  label: string
  bars: readonly Bar[]
  format?: (value: number) => string
  target?: { value: number; label: string }
}) {
  const formats = useFormats()
  const show = format ?? formats.number
  const most = Math.max(...bars.map(({ value }) => value), target?.value ?? 0, 1)
  const share = (value: number) => `${(value / most) * 100}%`
  return (
    <figure className="BarRows">
      <figcaption>{label}</figcaption>
      {target && <p className="BarRows-target"><span style={{ insetInlineStart: share(target.value) }}>{target.label} {show(target.value)}</span></p>}
      <table aria-label={label}>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.id} data-tone={bar.tone}>
              <th scope="row" dir="auto">{bar.href ? <Link href={bar.href}>{bar.label}</Link> : bar.label}</th>
              <td className="BarRows-track">
                <svg width="100%" height="14" aria-hidden="true">
                  <rect className="BarRows-bar" width={share(bar.value)} height="14" />
                  {target && <line x1={share(target.value)} x2={share(target.value)} y1="0" y2="14" />}
                </svg>
              </td>
              <td className="BarRows-value">{show(bar.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** Parts of one whole, named where they lie; told apart by tone and by place. Up to five. */
export function StackedBar({ label, parts }: { label: string; parts: readonly Bar[] }) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const patternId = useId()
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { value }) => sum + value, 0))
  const share = (value: number) => (total === 0 ? 0 : value / total)
  return (
    <figure className="StackedBar">
      <figcaption>{label} <span className="soft">{words.chart.total} {formats.number(total)}</span></figcaption>
      <svg width="100%" height="20" aria-hidden="true">
        <defs>
          <pattern id={patternId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line y2="5" stroke="var(--ink-soft)" strokeWidth="2" />
          </pattern>
        </defs>
        {parts.map((part, i) => (
          <rect key={part.id} data-step={i} data-tone={part.tone} x={`${share(starts[i] ?? 0) * 100}%`} width={`${share(part.value) * 100}%`} height="20"
            fill={i === 3 ? `url(#${patternId})` : undefined} />
        ))}
      </svg>
      <table aria-label={label}>
        <thead className="unseen"><tr><th scope="col">{words.chart.what}</th><th scope="col">{words.chart.value}</th><th scope="col">{words.chart.share}</th></tr></thead>
        <tbody>
          {parts.map((part, i) => (
            <tr key={part.id}>
              <th scope="row">
                <svg width="10" height="10" aria-hidden="true"><rect data-step={i} data-tone={part.tone} width="10" height="10" fill={i === 3 ? `url(#${patternId})` : undefined} /></svg>
                {part.href ? <Link href={part.href}>{part.label}</Link> : part.label}
              </th>
              <td>{formats.number(part.value)}</td>
              <td>{formats.percent(share(part.value))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
