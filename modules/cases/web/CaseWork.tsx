import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { useSearch } from '#platform/web/routing.tsx'
import type { CaseSheet } from '../contract-sheet.ts'
import type { ComposerName, DialogName } from './case-acts.ts'
import { CaseActions } from './CaseActions.tsx'
import { CaseHeading } from './CaseHeading.tsx'
import { CasePresence } from './CasePresence.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import type { Written } from './draft-text.ts'
import { TeamDrafts } from './TeamDrafts.tsx'
import type { useCase } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import { PresenceContext, usePresence } from './use-presence.ts'
import { useNewestInSight } from './use-newest-in-sight.ts'

// Not of the first load: they come when one begins to write, or to act.
const Composer = lazy(async () => ({ default: (await import('./Composer.tsx')).Composer }))
const CaseDialog = lazy(async () => ({ default: (await import('./CaseDialog.tsx')).CaseDialog }))

type Props = { theCase: ReturnType<typeof useCase> & { sheet: CaseSheet }; me: string; onAside: () => void }
type Writing = { name: ComposerName; start?: Written; round: number }

/** The story of a case, the newest at the bottom, and under the thumb what can be done. */
export function CaseWork({ theCase, me, onAside }: Props) {
  const { t } = useCaseWords()
  const { sheet, entries } = theCase
  const [search] = useSearch()
  const [writing, setWriting] = useState<Writing | null>(null)
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const presence = usePresence(sheet, me)
  const titleId = useId()
  const bar = useRef<HTMLDivElement>(null)
  const story = useNewestInSight(entries?.length, writing !== null)
  const write = useCallback((name: ComposerName, start?: Written) => setWriting((last) => ({ name, start, round: (last?.round ?? 0) + 1 })), [])
  const done = () => {
    setWriting(null)
    setDialog(null)
    // The field that had the focus is gone: it goes back to what is done next, never to nowhere.
    requestAnimationFrame(() => document.activeElement === document.body && bar.current?.querySelector<HTMLElement>('[data-weight="primary"]')?.focus({ preventScroll: true }))
  }
  useEffect(() => void import('./Composer.tsx'), [])
  const alias = search['from']
  return (
    <PresenceContext value={presence}>
    <div className="CaseWork" data-writing={writing ? true : undefined}>
      <Page
        flush title={sheet.number} facts={<><CaseHeading sheet={sheet} terms={theCase.terms} /><span className="CaseWork-toAside"><Button small onPress={onAside}>{t.toAside}</Button></span></>}
        eyebrow={<><Link href="/">{t.list}</Link> <span dir="auto">{sheet.title}</span></>}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keys */}
        <section className="CaseWork-story" ref={story} tabIndex={0} aria-labelledby={titleId}>
          <h2 className="unseen" id={titleId}>{t.timeline}</h2>
          {alias && <p className="soft">{t.alias(alias)}</p>}
          <CaseTimeline {...theCase} onAgain={theCase.again} onDraft={() => write('answer')} />
        </section>
        <div className="CaseWork-foot" ref={bar}>
          <CasePresence />
          <TeamDrafts number={sheet.number} />
          {writing && <Suspense><Composer key={`${writing.name}${writing.round}`} name={writing.name} start={writing.start} sheet={sheet} me={me} onClose={done} onReopen={(start) => write(writing.name, start)} /></Suspense>}
          <CaseActions sheet={sheet} me={me} hidden={writing !== null} onWrite={write} onDialog={setDialog} />
        </div>
      </Page>
      {dialog && <Suspense><CaseDialog name={dialog} sheet={sheet} me={me} onClose={done} /></Suspense>}
    </div>
    </PresenceContext>
  )
}
