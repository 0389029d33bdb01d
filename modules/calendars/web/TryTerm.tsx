import './TermsScreen.css'
import { useState } from 'react'
import { epochDay, type DayText } from '#kernel/day.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { instantOf, zoneOf } from '#kernel/zone.ts'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { MonthGrid, type DayMark } from '#platform/web/design/MonthGrid.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ComputeTerm, type RuleRow } from '../contract-endpoints.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/

/** When would it be due, and why: by the rule of that day and the branch's calendar, day by day and in words. */
export function TryTerm({ rules, rule, onRule }: { rules: readonly RuleRow[]; rule: string; onRule: (rule: string) => void }) {
  const { terms } = useWords({ es, en })
  const { language, timeZone } = useReader()
  const formats = useFormats()
  const branches = useReply(ListBranches).data?.items.filter(({ active }) => active) ?? []
  const [day, setDay] = useState<DayText | null>(formats.today())
  const [time, setTime] = useState('10:00')
  const [branch, setBranch] = useState('')
  const compute = useVerb(ComputeTerm)
  const read = TIME.exec(time)
  function send() {
    if (!day || !read) return
    const received = new Date(instantOf(zoneOf(timeZone), epochDay(day), (Number(read[1]) * 60 + Number(read[2])) * 60_000)).toISOString()
    compute.mutate({ body: { rule, received, ...(branch && { branch }) } })
  }
  return (
    <form className="Terms-try" noValidate aria-label={terms.try} onSubmit={(event) => { event.preventDefault(); send() }}>
      <div><h2>{terms.try}</h2><p className="soft small">{terms.tryNote}</p></div>
      <FormErrors errors={formErrors(compute.error)} />
      <Select label={terms.rule} name="rule" value={rule} onChange={onRule} options={rules.filter(({ active }) => active).map(({ id, definition }) => ({ value: id, label: definition.name[language], group: terms.families[definition.family] ?? definition.family }))} />
      <FormRow>
        <DateField label={terms.received} name="received" value={day} onChange={setDay} />
        <TextField label={terms.time} name="time" value={time} onChange={setTime} inputMode="numeric" maxLength={5} error={read ? null : terms.wrongTime} />
      </FormRow>
      <Select label={terms.branch} name="branch" value={branch} onChange={setBranch} none={terms.anyBranch} options={branches.map(({ code, name }) => ({ value: code, label: name }))} optional />
      <div><Button type="submit" weight="primary" pending={compute.isPending}>{terms.compute}</Button></div>
      {compute.data && <Computed term={compute.data} />}
    </form>
  )
}

function Computed({ term }: { term: ReplyOf<typeof ComputeTerm> }) {
  const { terms } = useWords({ es, en })
  const formats = useFormats()
  const received = term.receivedAt.slice(0, 10)
  const why = new Map(term.skipped.map(({ date, why: said }) => [date, said]))
  const counted = new Set(term.counted)
  const markOf = (day: DayText): DayMark | undefined =>
    day === term.dueOn ? { look: 'due', word: terms.dueDay }
      : day === received && !counted.has(day) ? { look: 'received', word: terms.receivedDay }
      : counted.has(day) ? { look: 'counted', word: terms.counted }
      : why.has(day) ? { look: 'skipped', word: why.get(day)! } : undefined
  return (
    <div className="Stack" aria-live="polite">
      <p className="Terms-due">{term.dueOn ? `${terms.due}: ${formats.longDay(term.dueOn)}` : terms.undefinedDue}</p>
      {term.eitherWeek?.monFri && term.eitherWeek.monSat && (
        <p>{terms.either(formats.day(term.eitherWeek.monFri), formats.day(term.eitherWeek.monSat))} <span className="soft">{terms.eitherNote}</span></p>
      )}
      {term.dueOn && <div className="Terms-months">{monthsOf(received, term.dueOn, formats.monthAfter).map((month) => <MonthGrid key={month} month={month} markOf={markOf} />)}</div>}
      <ul className="Terms-sentences">{term.explanation.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </div>
  )
}

/** The months from one day to the other, three at most. */
function monthsOf(from: DayText, to: DayText, after: (month: DayText, n: number) => DayText): DayText[] {
  const first = `${from.slice(0, 7)}-01`
  return [0, 1, 2].map((n) => after(first, n)).filter((month) => month.slice(0, 7) <= to.slice(0, 7))
}
