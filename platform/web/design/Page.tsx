import './Page.css'
import { useEffect, useId, type ReactNode } from 'react'
import { Link } from './Link.tsx'

/** One screen's sheet: its title, what is known at a glance, what can be done, and the matter. */
export function Page({ title, eyebrow, facts, primary, actions, children, flush }: {
  title: string
  /** Above the title, small: where one is. */
  eyebrow?: ReactNode
  /** Beside or under the title: kind, due date, owner. */
  facts?: ReactNode
  /** The one primary action; under the thumb on a phone. */
  primary?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** The matter brings its own margins: a table from edge to edge. */
  flush?: boolean
}) {
  useEffect(() => {
    document.title = `${title} · Acuse`
  }, [title])
  return (
    <article className="Page" data-flush={flush || undefined}>
      <header className="Page-head">
        <div className="Page-title">
          {eyebrow && <p className="Page-eyebrow">{eyebrow}</p>}
          <h1 dir="auto">{title}</h1>
        </div>
        {(primary || actions) && <div className="Page-actions">{actions}{primary}</div>}
        {facts && <div className="Page-facts">{facts}</div>}
      </header>
      <div className="Page-matter">{children}</div>
    </article>
  )
}

export function Section({ title, note, action, children }: { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="Section" aria-labelledby={id}>
      <div className="Section-head">
        <h2 id={id}>{title}</h2>
        {note && <p className="soft small">{note}</p>}
        {action && <div className="Section-action">{action}</div>}
      </div>
      {children}
    </section>
  )
}

export type Fact = { name: string; value: ReactNode; href?: string }

/** What is known, name and value, always in the same order. Absent values are left out by the caller. */
export function Facts({ facts, wide }: { facts: readonly Fact[]; wide?: boolean }) {
  return (
    <dl className="Facts" data-wide={wide || undefined}>
      {facts.map(({ name, value, href }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{href ? <Link href={href}>{value}</Link> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A few things in a section, each with what can be done with it at its end. */
export function Parts({ children }: { children: ReactNode }) {
  return <ul className="Parts">{children}</ul>
}

/** A few fields on one line, while there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="FormRow">{children}</div>
}
