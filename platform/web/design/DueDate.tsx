import './DueDate.css'
import './floating.css'
import { useId, useState, type ReactNode } from 'react'
import { addMonths, dayText, epochDay, weekdayOf, type DayText } from '#kernel/day.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { MonthGrid, type DayMark } from './MonthGrid.tsx'
import { Facts } from './Page.tsx'
import { Shape } from './StateMark.tsx'
import { ErrorState, Skeleton } from './States.tsx'
import { useFloating } from './use-floating.ts'
import { useGlance } from './use-glance.ts'

export type DueProof = {
  /** '15 días hábiles'. */
  rule: string
  /** 'Ley 1480 de 2011, art. 58'. */
  source: string
  /** ISO instant. */
  receivedAt: string
  /** What happened then, told by its day, where it is no reception: 'Hecho ocurrido'. */
  begins?: string | null
  /** The day it is held to be received, where it came after hours or on a day that does not count. */
  filedOn?: DayText
  calendar: { name: string; version: string | number }
  counted: readonly DayText[]
  skipped: readonly { date: DayText; why: string }[]
  /** Of a term in working hours: which of each day counted. */
  worked?: readonly { date: DayText; seconds: number; stretches: readonly { from: string; to: string }[] }[]
  /** `to` null: still so. */
  pauses?: readonly { from: DayText; to: DayText | null; why: string }[]
}

export type DueDateProps = {
  dueOn: DayText | null
  /** Where the hour counts. */
  dueAt?: string
  state?: 'running' | 'paused' | 'met'
  /** By the rule of warnings, not by colour. */
  near?: boolean
  /** It has passed, also where how much business time since then is not known. */
  late?: boolean
  /** Business time left, negative when late. */
  left?: { days: number; /** Every day counts. */ calendar?: boolean } | { seconds: number }
  /** Share of the term's business time that has passed; beyond 1 when late. */
  elapsed?: number
  /** In a table: '3 d. h.', and of another year no hour; the ear hears it whole. */
  brief?: boolean
  /** The day it was met on. */
  metOn?: DayText
  /** It is a target of the house: once past, what still stands of law or contract is told beside it, each by its word: 'meta', 'ley'. */
  beyond?: { own: string; of: string; dueOn: DayText } | null
  /** Fetched when asked for, when it is a function. */
  proof?: DueProof | (() => Promise<DueProof>)
}

/** A date that is a promise: what is left in business time, and one key away, why it is that date. */
export function DueDate({ proof, ...due }: DueDateProps) {
  const words = useWords({ es, en })
  const floating = useFloating<HTMLButtonElement>()
  const { anchor, panel, open: shown } = floating
  const { ofAnchor, ofPanel } = useGlance(floating)
  const line = <DueLine {...due} />
  if (!proof || !due.dueOn) return <span className="DueDate">{line}</span>
  return (
    <span className="DueDate">
      <button ref={anchor} type="button" className="DueDate-open" aria-expanded={shown} aria-haspopup="dialog" {...ofAnchor}>
        {line}
        <span className="unseen">. {words.due.why}</span>
      </button>
      <div ref={panel} popover="auto" role="dialog" aria-label={words.due.why} tabIndex={-1} className="Floating DueDate-why" {...ofPanel}>
        {shown && <Why due={due.dueOn} proof={proof} />}
      </div>
    </span>
  )
}

function DueLine({ dueOn, dueAt, state = 'running', near, late, left, elapsed, metOn, brief, beyond }: DueDateProps) {
  const words = useWords({ es, en })
  const formats = useFormats()
  if (!dueOn) return <span className="soft">{words.due.none}</span>
  const amount = left ? ('days' in left ? left.days : left.seconds) : 0
  const broken = state !== 'met' && (late ?? (left ? amount < 0 : dueOn < formats.today()))
  const tone = state === 'met' ? 'met' : broken ? 'broken' : state === 'paused' ? 'paused' : near ? 'near' : 'running'
  const promised = (day: string) => (state === 'met' ? words.due.met(formats.day(metOn ?? dueOn))
    : broken ? words.due.overdue(day) : dueOn === formats.today() && !dueAt ? words.due.dueToday : words.due.due(day))
  const whole = promised(dueAt ? formats.instant(dueAt) : formats.day(dueOn))
  const short = brief && dueAt ? promised(formats.instantBrief(dueAt)) : whole
  const stands = broken && beyond ? `${beyond.of} ${beyond.dueOn < formats.today() ? words.due.overdue(formats.day(beyond.dueOn)) : words.due.due(formats.day(beyond.dueOn))}` : null
  const remains = state === 'met' ? null : state === 'paused' ? words.due.paused : left && remaining(left)

  function remaining(time: NonNullable<DueDateProps['left']>): ReactNode {
    if ('days' in time) {
      if (time.days === 0) return null
      const whole = formats.plural(Math.abs(time.days), time.days < 0 ? words.due.late : time.calendar ? words.due.leftCalendar : words.due.left)
      const short = formats.plural(Math.abs(time.days), time.days < 0 ? words.due.lateBrief : words.due.leftBrief)
      return brief ? <><span aria-hidden="true" title={whole}>{short}</span><span className="unseen">{whole}</span></> : whole
    }
    const duration = formats.duration(Math.abs(time.seconds))
    return time.seconds < 0 ? words.due.lateTime(duration) : words.due.leftTime(duration)
  }

  return (
    <span className="DueDate-line" data-tone={tone} data-stacked={(stands && brief) || undefined}>
      <span className="DueDate-text">
        {tone !== 'running' && <Shape shape={tone === 'met' ? 'done' : tone} size={11} />}
        <span title={short === whole ? undefined : whole}>{stands && `${beyond!.own} `}<span aria-hidden={short !== whole || undefined}>{short}</span>{short !== whole && <span className="unseen">{whole}</span>}</span>
        {remains && <span className="DueDate-left">{remains}</span>}
        {(tone === 'near' || tone === 'broken') && <span className="unseen">, {words.due[tone]}</span>}
      </span>
      {stands && <span className="DueDate-beyond">{stands}</span>}
      {elapsed !== undefined && state !== 'met' && (
        <span className="DueDate-bar" role="img" aria-label={words.due.elapsed(formats.percent(Math.min(1, elapsed)))}>
          <span style={{ inlineSize: `${Math.min(1, Math.max(0, elapsed)) * 100}%` }} />
        </span>
      )}
    </span>
  )
}

function Why({ due, proof }: { due: DayText; proof: NonNullable<DueDateProps['proof']> }) {
  const words = useWords({ es, en })
  const [known, setKnown] = useState<DueProof | null>(typeof proof === 'function' ? null : proof)
  const [failed, setFailed] = useState(false)
  const [asked, setAsked] = useState(false)
  if (!known && !asked && typeof proof === 'function') {
    setAsked(true)
    proof().then(setKnown, () => setFailed(true))
  }
  if (failed) return <ErrorState what={words.searchFailed} onRetry={() => { setFailed(false); setAsked(false) }} />
  if (!known) return <Skeleton rows={4} kind="text" />
  return <Proof due={due} proof={known} />
}

const isWeekend = (day: DayText) => weekdayOf(epochDay(day)) >= 6

function Proof({ due, proof }: { due: DayText; proof: DueProof }) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const titleId = useId()
  const received = formats.dayOf(proof.receivedAt)
  const counted = new Set(proof.counted)
  // To the second where there are any: the days add up to the term.
  const toTheSecond = (at: string) => [formats.time(at), ...(new Date(at).getUTCSeconds() > 0 ? [String(new Date(at).getUTCSeconds()).padStart(2, '0')] : [])].join(':')
  const lasting = (seconds: number) => [seconds >= 60 ? formats.duration(seconds - (seconds % 60)) : '', seconds % 60 > 0 ? formats.duration(seconds % 60) : ''].filter(Boolean).join(' ')
  const worked = proof.worked?.filter(({ seconds }) => seconds > 0) ?? []
  const skipped = new Map(proof.skipped.map(({ date, why }) => [date, why]))
  const named = proof.skipped.filter(({ date }) => !isWeekend(date))
  const weekends = proof.skipped.length - named.length

  function markOf(day: DayText): DayMark | undefined {
    if (day === due) return { look: 'due', word: words.due.dayDue }
    if (day === (proof.filedOn ?? received)) return { look: 'received', word: proof.begins ?? words.due.dayReceived }
    if (counted.has(day)) return { look: 'counted', word: words.due.dayCounted }
    const why = skipped.get(day)
    return why === undefined ? undefined : { look: 'skipped', word: `${words.due.daySkipped}: ${why}` }
  }

  return (
    <section className="DueDate-proof" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.due.why}</h2>
      <Facts facts={[
        proof.begins ? { name: proof.begins, value: formats.day(received) } : { name: words.due.received, value: formats.instant(proof.receivedAt) },
        ...(proof.filedOn && proof.filedOn !== received ? [{ name: words.due.filed, value: formats.day(proof.filedOn) }] : []),
        { name: words.due.rule, value: proof.rule },
        { name: words.due.source, value: proof.source },
        { name: words.due.calendar, value: `${proof.calendar.name}, ${words.due.version(String(proof.calendar.version))}` },
        worked.length > 0 ? { name: words.due.worked, value: formats.duration(worked.reduce((sum, { seconds }) => sum + seconds, 0)) } : { name: words.due.counted, value: formats.number(proof.counted.length) },
      ]} />
      {worked.length > 0 && (
        <ul>{worked.map(({ date, seconds, stretches }) => (
          <li key={date}><span>{formats.day(date)}</span><span className="soft">{stretches.map(({ from, to }) => `${toTheSecond(from)}–${toTheSecond(to)}`).join(', ')} · {lasting(seconds)}</span></li>
        ))}</ul>
      )}
      <div className="DueDate-months">{monthsFrom(received, due).map((month) => <MonthGrid key={month} month={month} markOf={markOf} />)}</div>
      {proof.skipped.length > 0 && (
        <>
          <h3>{words.due.skipped}</h3>
          <ul>
            {named.map(({ date, why }) => <li key={date}><span>{formats.day(date)}</span><span className="soft">{why}</span></li>)}
            {weekends > 0 && <li className="soft">{formats.plural(weekends, words.due.weekends)}</li>}
          </ul>
        </>
      )}
      {proof.pauses && proof.pauses.length > 0 && (
        <>
          <h3>{words.due.pauses}</h3>
          <ul>{proof.pauses.map(({ from, to, why }) => (
            <li key={from}><span>{formats.day(from)} – {to ? formats.day(to) : words.due.stillPaused}</span><span className="soft">{why}</span></li>
          ))}</ul>
        </>
      )}
    </section>
  )
}

/** The first of each month from one day to another; a long term shows its first two and its last. */
function monthsFrom(from: DayText, to: DayText): DayText[] {
  const first = epochDay(`${from.slice(0, 7)}-01`)
  const count = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  const months = Array.from({ length: Math.max(1, count) }, (_, i) => dayText(addMonths(first, i)))
  return months.length > 3 ? [...months.slice(0, 2), months.at(-1)!] : months
}
