import './PrintPage.css'
import type { ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useWords } from '../words.ts'
import { Button } from './Button.tsx'

/** A sheet a company is proud to send: its mark and the number at one corner, the code at the other, two columns, page n de N. */
export function PrintPage({ company, mark, number, code, title, aside, children, foot }: {
  company: string
  /** URL of its mark; its name stands in when there is none. */
  mark?: string
  number: string
  /** QR. */
  code?: ReactNode
  title: string
  /** The narrow column: dates, names, addresses. */
  aside?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  const words = useWords({ es, en })
  return (
    <div className="PrintPage">
      <div className="PrintPage-do"><Button weight="primary" icon="print" kbd="$mod+p" onPress={() => print()}>{words.print.page}</Button></div>
      <article className="PrintPage-sheet">
        <header className="PrintPage-head">
          <div>{mark ? <img src={mark} alt={company} /> : <strong className="PrintPage-company">{company}</strong>}</div>
          <div className="PrintPage-number"><span>{words.print.number}</span><strong>{number}</strong></div>
          {code && <div className="PrintPage-code">{code}</div>}
        </header>
        <h1>{title}</h1>
        <div className="PrintPage-columns">
          {aside && <div className="PrintPage-aside">{aside}</div>}
          <div className="PrintPage-matter">{children}</div>
        </div>
        {foot && <footer className="PrintPage-foot">{foot}</footer>}
      </article>
    </div>
  )
}
