import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#platform/web/design/Button.tsx'
import { DueDate } from '#platform/web/design/DueDate.tsx'
import { Pill } from '#platform/web/design/StateMark.tsx'
import { useFormats, useReader } from '#platform/web/words.ts'
import type { Duty } from '../contract-duties.ts'
import type { CaseSheet, TermExplained } from '../contract-sheet.ts'
import { reasonNot } from './case-acts.ts'
import { proofOf } from './case-due.ts'
import { CaseDuties, DutyFoot } from './CaseDuties.tsx'
import { DutyDialog, type DutyAct } from './DutyDialog.tsx'
import { TermDialog, type TermAct } from './TermDialog.tsx'
import { termProgress } from './term-progress.ts'
import { useCaseWords } from './use-case-words.ts'

type Explained = z.infer<typeof TermExplained>

/** The clocks of a case: which one governs, what each rests on, and what may be done to it. */
export function CaseTerms({ sheet, terms }: { sheet: CaseSheet; terms: readonly Explained[] | undefined }) {
  const { t } = useCaseWords()
  const [doing, setDoing] = useState<{ term: Explained; act: TermAct } | null>(null)
  const [saying, setSaying] = useState<{ duty: Duty; act: DutyAct } | null>(null)
  if (!terms) return null
  const shown = new Set(terms.map(({ id }) => id))
  const onDuty = (duty: Duty, act: DutyAct) => setSaying({ duty, act })
  return (
    <>
      {terms.length > 0 && (
        <section className="CaseAside-part" aria-label={t.terms}>
          <h3>{t.terms}</h3>
          <ul className="CaseTerms">{terms.map((term) => <TermLine key={term.id} term={term} sheet={sheet} onAct={(act) => setDoing({ term, act })} onDuty={onDuty} />)}</ul>
        </section>
      )}
      <CaseDuties sheet={sheet} shown={shown} onDuty={onDuty} />
      {saying && <DutyDialog sheet={sheet} {...saying} onClose={() => setSaying(null)} />}
      {doing && <TermDialog number={sheet.number} {...doing} onClose={() => setDoing(null)} />}
    </>
  )
}

type LineProps = { term: Explained; sheet: CaseSheet; onAct: (act: TermAct) => void; onDuty: (duty: Duty, act: DutyAct) => void }

function TermLine({ term, sheet, onAct, onDuty }: LineProps) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const { now } = useReader()
  const not = reasonNot(sheet, 'terms', words, t.forbidden)
  const running = term.state === 'running'
  const duty = sheet.duties.find(({ termId }) => termId === term.id)
  return (
    <li data-governs={term.governs || undefined}>
      <p className="CaseTerms-name">{term.name} {term.governs && <Pill tone="accent">{t.term.governs}</Pill>}</p>
      {term.state === 'cancelled' ? <p className="soft">{t.cancelled}</p> : <DueDate dueOn={term.dueOn} {...termProgress(term, formats, now())} proof={proofOf(sheet.number, term.id)} />}
      <p className="soft small">{[t.layers[term.layer], term.source].filter(Boolean).join(' · ')}</p>
      {term.extensions.map(({ noticedAt, oldDueAt, newDueAt }) => <p key={noticedAt} className="small">{t.extended(formats.day(formats.dayOf(oldDueAt)), formats.day(formats.dayOf(newDueAt)))}</p>)}
      {term.pauses.map(({ from, to }) => <p key={from} className="small">{t.pauseFrom(formats.instant(from), to && formats.instant(to))}</p>)}
      {(running || term.state === 'paused') && not === null && (
        <p className="Case-inPlaceActs">
          {running && term.extension.refusal === null && <Button small onPress={() => onAct('extend')}>{t.term.extend}</Button>}
          {running && term.pauseCauses.length > 0 && <Button small onPress={() => onAct('pause')}>{t.term.pause}</Button>}
          {term.state === 'paused' && <Button small onPress={() => onAct('resume')}>{t.term.resume}</Button>}
        </p>
      )}
      {duty && <DutyFoot duty={duty} sheet={sheet} onDuty={onDuty} />}
    </li>
  )
}
