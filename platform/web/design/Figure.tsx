import './Figure.css'
import type { ReactNode } from 'react'
import { useFormats } from '../words.ts'
import { Link } from './Link.tsx'
import { Shape } from './StateMark.tsx'

/** A number that opens into its rows. */
export function Figure({ label, value, href, detail, tone }: {
  label: string
  /** A number is formatted; a text is already ('8,5 de 10'). */
  value: number | string
  href?: string
  /** 'meta 95 %', '↑ 4 desde ayer'. */
  detail?: ReactNode
  tone?: 'near' | 'broken' | 'verified'
}) {
  const formats = useFormats()
  const matter = (
    <>
      <span className="Figure-label">{tone && <Shape shape={tone} size={11} />}{label}</span>
      <span className="Figure-value">{typeof value === 'number' ? formats.number(value) : value}</span>
      {detail && <span className="Figure-detail">{detail}</span>}
    </>
  )
  return href ? <Link className="Figure" href={href} data-tone={tone}>{matter}</Link> : <div className="Figure" data-tone={tone}>{matter}</div>
}

export function Figures({ children }: { children: ReactNode }) {
  return <div className="Figures">{children}</div>
}
