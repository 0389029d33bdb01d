import type { ReactNode } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { en as calendarsEn } from '#modules/calendars/en.ts'
import { es as calendarsEs } from '#modules/calendars/es.ts'
import type { Duty } from '../contract-duties.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { en } from '../en-duties.ts'
import { es } from '../es-duties.ts'
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
  const { startsFrom } = useWords({ es: calendarsEs, en: calendarsEn })
  const formats = useFormats()
  const event = startsFrom[duty.event]
  return (
    <>
      {duty.happenedOn ? <p className="small">{t.happened(event, formats.day(duty.happenedOn))}</p> : <p className="small">{t.begins(event)}</p>}
      {duty.note && <p className="small">{duty.note}</p>}
      {duty.end && <p className="small"><Outcome end={duty.end} /></p>}
      {duty.end === null && <DutyActs duty={duty} sheet={sheet} onDuty={onDuty} />}
    </>
  )
}

function Outcome({ end }: { end: NonNullable<Duty['end']> }): ReactNode {
  const t = useWords({ es, en })
  const formats = useFormats()
  const more = [end.to && t.toWhom(end.to), end.filing && t.filed(end.filing), end.note].filter(Boolean).join(', ')
  return t.outcomes[end.outcome](formats.day(end.on), more)
}

function DutyActs({ duty, sheet, onDuty }: { duty: Duty; sheet: CaseSheet; onDuty: OnDuty }) {
  const t = useWords({ es, en })
  const { t: sheetWords, words } = useCaseWords()
  if (reasonNot(sheet, 'terms', words, sheetWords.forbidden) !== null) return null
  return (
    <p className="Case-inPlaceActs">
      {duty.state === 'awaited' ? <Button small onPress={() => onDuty(duty, 'begin')}>{t.sayBegun}</Button> : (
        <>
          <Button small onPress={() => onDuty(duty, 'fulfil')}>{t.sayDone}</Button>
          <Button small weight="quiet" onPress={() => onDuty(duty, 'release')}>{t.sayNotOwed}</Button>
        </>
      )}
    </p>
  )
}
