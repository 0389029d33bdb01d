import { Button } from '#platform/web/design/Button.tsx'
import type { Formats } from '#platform/web/formats.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import type { Duty } from '../contract-duties.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { en } from '../en-duties.ts'
import { es, type DutyWords } from '../es-duties.ts'
import { reasonNot } from './case-acts.ts'
import type { DutyAct } from './DutyDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

type OnDuty = (duty: Duty, act: DutyAct) => void

/** What the company must do beside its answer and has no clock of its own among the terms: awaited, to be confirmed, or done so. */
export function CaseDuties({ sheet, shown, onDuty }: { sheet: CaseSheet; shown: ReadonlySet<string>; onDuty: OnDuty }) {
  const t = useWords({ es, en })
  const duties = sheet.duties.filter(({ termId }) => termId === null || !shown.has(termId))
  if (duties.length === 0) return null
  return (
    <section className="CaseAside-part" aria-label={t.title}>
      <h3>{t.title}</h3>
      <p className="soft small">{t.explain}</p>
      <ul className="CaseTerms">
        {duties.map((duty) => (
          <li key={duty.id ?? duty.rule}>
            <p className="CaseTerms-name">{duty.name}</p>
            {duty.state === 'unconfirmed' && <p className="small">{t.unconfirmed}</p>}
            <DutyFoot duty={duty} sheet={sheet} onDuty={onDuty} />
            <details className="small"><summary className="soft">{duty.source}</summary>{duty.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}</details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How a duty stands and what may be said of it; under its clock where it has one. */
export function DutyFoot({ duty, sheet, onDuty }: { duty: Duty; sheet: CaseSheet; onDuty: OnDuty }) {
  const t = useWords({ es, en })
  const formats = useFormats()
  const event = t.events[duty.event]
  return (
    <>
      <p className="small">{duty.happenedOn ? event.happened(formats.day(duty.happenedOn)) : t.begins(event.begins)}</p>
      {duty.note && <p className="small">{duty.note}</p>}
      {duty.takenBack.map((one, at) => <p key={at} dir="auto" className="soft small">{t.saidByMistake(outcomeOf(one, t, formats), one.reason)}</p>)}
      {duty.end && <p className="small">{outcomeOf(duty.end, t, formats)}</p>}
      {duty.end && duty.putRight && <p className="small">{putRightText(duty.putRight, duty.end, t, formats)}</p>}
      <DutyActs duty={duty} sheet={sheet} onDuty={onDuty} />
    </>
  )
}

function outcomeOf(end: NonNullable<Duty['end']>, t: DutyWords, formats: Formats): string {
  const more = [end.to && t.toWhom(end.to), end.filing && t.filed(end.filing), end.note].filter(Boolean).join(', ')
  return t.outcomes[end.outcome](formats.day(end.on), more)
}

const putRightText = ({ on, dueOn }: NonNullable<Duty['putRight']>, end: NonNullable<Duty['end']>, t: DutyWords, formats: Formats) =>
  dueOn === null ? t.putRight(formats.day(on)) : t.putRightDue(formats.day(on), formats.day(dueOn), end.on > dueOn)

function DutyActs({ duty, sheet, onDuty }: { duty: Duty; sheet: CaseSheet; onDuty: OnDuty }) {
  const t = useWords({ es, en })
  const { t: sheetWords, words } = useCaseWords()
  const acts = actsOf(duty)
  if (acts.length === 0) return null
  const not = reasonNot(sheet, 'terms', words, sheetWords.forbidden)
  return (
    <p className="Case-inPlaceActs">
      {acts.map((act) => <Button key={act} small weight={act === 'release' ? 'quiet' : 'plain'} disabledReason={not} onPress={() => onDuty(duty, act)}>{t.acts[act]}</Button>)}
    </p>
  )
}

/** What may be said of a duty as it stands; what was let go with a withdrawal comes back with the case. */
function actsOf({ state, end }: Duty): DutyAct[] {
  if (state === 'awaited') return ['begin']
  if (end === null) return ['fulfil', 'release']
  return end.outcome === 'done' || end.outcome === 'not-owed' ? ['take-back'] : []
}
