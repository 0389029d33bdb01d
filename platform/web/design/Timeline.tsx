import './Timeline.css'
import type { ReactNode } from 'react'
import { useFormats } from '../words.ts'
import { Icon, type IconName } from './Icon.tsx'

export type TimelineEntry = {
  id: string
  /** ISO instant. */
  at: string
  who: string
  /** 'respondió por correo'. */
  what: ReactNode
  icon?: IconName
  /** The words themselves: a note, a letter. */
  body?: ReactNode
  /** What the customer said or saw stands out from what was said among us. */
  side?: 'customer' | 'ours' | 'system'
  tone?: 'near' | 'broken' | 'emergency'
}

/** What happened, oldest first, a day at a time. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  const formats = useFormats()
  const days = Map.groupBy(entries, ({ at }) => formats.dayOf(at))
  return (
    <div className="Timeline" role="group" aria-label={label}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={formats.longDay(day)}>
          <h3 className="Timeline-day"><span>{formats.day(day)}</span></h3>
          <ol>{ofDay.map((entry) => <Entry key={entry.id} entry={entry} />)}</ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ entry: { at, who, what, icon, body, side = 'ours', tone } }: { entry: TimelineEntry }) {
  const formats = useFormats()
  return (
    <li className="Timeline-entry" data-side={side} data-tone={tone}>
      <span className="Timeline-glyph">{icon && <Icon name={icon} size={14} />}</span>
      <p className="Timeline-head">
        <span className="Timeline-what"><strong dir="auto">{who}</strong> {what}</span>
        <time dateTime={at} title={formats.ago(at)}>{formats.time(at)}</time>
      </p>
      {body && <div className="Timeline-body" dir="auto">{body}</div>}
    </li>
  )
}
