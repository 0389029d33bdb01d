import { DueDate } from '#platform/web/design/DueDate.tsx'
import { KindMark } from '#platform/web/design/KindMark.tsx'
import { Pill, StateMark } from '#platform/web/design/StateMark.tsx'
import { useFormats, useReader } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { SHAPES } from './case-columns.tsx'
import { beyondOf, dueOf, isDue, proofOf } from './case-due.ts'
import { termProgress } from './term-progress.ts'
import type { useCase } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

/** What is known of a case at a glance: its kind, its date and why, how it stands, who answers for it. */
export function CaseHeading({ sheet, terms }: { sheet: CaseSheet; terms: ReturnType<typeof useCase>['terms'] }) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const { now } = useReader()
  const governing = terms?.find(({ governs }) => governs)
  return (
    <>
      <KindMark kind={sheet.kind} word={words.kinds[sheet.kind]} />
      {sheet.cause && sheet.cause.name !== sheet.title && <span>{sheet.cause.name}</span>}
      {sheet.dueOn && <DueDate dueOn={sheet.dueOn} {...(isDue(sheet) && dueOf(sheet, formats, now()))} {...(governing && termProgress(governing, formats, now()))} beyond={beyondOf(sheet, words)} proof={proofOf(sheet.number)} />}
      <StateMark shape={SHAPES[sheet.status]}>{words.statuses[sheet.status]}</StateMark>
      {sheet.waitingFor && <StateMark shape="dot" tone="soft">{words.waiting[sheet.waitingFor]}</StateMark>}
      {sheet.snoozedUntil && <StateMark shape="paused" tone="soft">{t.snoozedUntil(formats.instant(sheet.snoozedUntil))}</StateMark>}
      {(sheet.severity === 'high' || sheet.severity === 'critical') && <Pill>{t.severity}: {words.severities[sheet.severity].toLowerCase()}</Pill>}
      <span className="soft">{sheet.owner ? t.ownedBy(sheet.owner.name) : t.unowned}</span>
    </>
  )
}
