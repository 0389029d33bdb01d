import type { ReactNode } from 'react'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Pill } from '#platform/web/design/StateMark.tsx'
import { Timeline, type TimelineEntry } from '#platform/web/design/Timeline.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { en } from '../en-timeline.ts'
import { es } from '../es-timeline.ts'
import { AnswerInPlace } from './AnswerInPlace.tsx'
import { AreaRequestInPlace } from './AreaRequestInPlace.tsx'
import { gatherWarnings } from './gather-warnings.ts'
import { iconOf, sideOf, whatHappened } from './tell-entry.ts'
import type { Entry, useCase } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import { useNames } from './use-names.ts'

type Props = Pick<ReturnType<typeof useCase>, 'entries' | 'entriesError'> & { sheet: CaseSheet; onAgain: () => unknown; onDraft: () => void }

/** Everything that happened, the newest at the bottom; what waits for a hand has it in place. */
export function CaseTimeline({ sheet, entries, entriesError, onAgain, onDraft }: Props) {
  const { t, words, away } = useCaseWords()
  const formats = useFormats()
  const names = useNames()
  const timeline = useWords({ es, en })
  if (entriesError && !entries) return <ErrorState what={entriesError.message || away} onRetry={onAgain} />
  if (!entries) return <Skeleton kind="text" />
  const told = gatherWarnings(entries).map((entry): TimelineEntry => ({
    id: entry.id, at: entry.at, who: entry.actor.name || t.anonymous, what: <>{whatHappened(entry, { sheet, names, words, t, timeline, formats })} <Seen entry={entry} sheet={sheet} /></>, icon: iconOf(entry.action), side: sideOf(entry),
    body: bodyOf(entry, sheet, onDraft),
    ...(entry.action === 'answer-not-delivered' && { tone: 'broken' as const }),
  }))
  return <Timeline label={t.timeline} entries={told} />
}

const REACHED: ReadonlySet<string> = new Set(['sent', 'delivered'])

/** Who is meant to read it: told apart by a word, and the customer's side by its ink too. */
function Seen({ entry: { message, details }, sheet }: { entry: Entry; sheet: CaseSheet }) {
  const { t } = useCaseWords()
  if (!message || message.kind === 'customer-message') return null
  if (message.visibility !== 'customer') return <Pill tone="soft">{t.internal}</Pill>
  // An answer that has not left is meant for them, and not seen by them.
  const answer = sheet.answers.find(({ id }) => id === details['answerId'])
  return answer && !REACHED.has(answer.status) ? <Pill tone="soft">{t.forCustomer}</Pill> : <Pill tone="accent">{t.visible}</Pill>
}

/** The words themselves, and what can be done about them; nothing where nothing was said. */
function bodyOf({ message, reason, action, details, number }: Entry, sheet: CaseSheet, onDraft: () => void): ReactNode {
  const answer = action === 'answer-written' || action === 'answer-awaits-approval' ? sheet.answers.find(({ id }) => id === details['answerId']) : undefined
  const asked = action === 'area-asked' ? sheet.areaRequests.find(({ id }) => id === details['areaRequestId']) : undefined
  const story = action === 'case-registered' && number === sheet.number ? sheet.description : message?.body
  const done = action === 'case-closed' ? sheet.closure?.actionTaken : undefined
  const said = [story, reason, done].filter((text): text is string => Boolean(text))
  if (said.length === 0) return undefined
  return (
    <>
      {said.map((text) => <p key={text} className="Case-said" dir="auto">{text}</p>)}
      {answer && <AnswerInPlace answer={answer} sheet={sheet} onDraft={onDraft} />}
      {asked && <AreaRequestInPlace request={asked} sheet={sheet} />}
    </>
  )
}
