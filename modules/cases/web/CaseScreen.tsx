import './CaseScreen.css'
import { useEffect, type ReactNode } from 'react'
import { useMe } from '#modules/people/web/use-me.ts'
import { ProblemError } from '#platform/web/data.ts'
import { Panes, type Step } from '#platform/web/design/Panes.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { useGo, useParam, useSearch } from '#platform/web/routing.tsx'
import { useAction } from '#platform/web/keys.ts'
import { en as designEn } from '#platform/web/en.ts'
import { es as designEs } from '#platform/web/es.ts'
import { useWords } from '#platform/web/words.ts'
import { CaseAside } from './CaseAside.tsx'
import { CaseWork } from './CaseWork.tsx'
import { listAddress } from './list-address.ts'
import { useCase } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

/** One case: the list it came from at the left, what happened in the middle, who it is about at the right. On a phone these are steps. */
export function CaseScreen({ list }: { list?: ReactNode }) {
  const number = useParam('number')
  const { t } = useCaseWords()
  const design = useWords({ es: designEs, en: designEn })
  const go = useGo()
  const [search, change] = useSearch()
  const theCase = useCase(number)
  const me = useMe()
  const { sheet } = theCase
  const step: Step = search['step'] === 'aside' ? 'aside' : 'work'
  const back = () => (step === 'aside' ? change({ step: undefined }) : go(listAddress()))
  // What is open over the case closes first.
  useAction({ verb: design.back, key: 'Escape', run: () => document.querySelector('[popover]:popover-open:not(.Floating--tip)') === null && back() })
  useOwnNumber(number, sheet?.alias ? sheet.number : null)
  return (
    <Panes
      list={list} step={step} onBack={back} asideLabel={t.who_is}
      aside={sheet && <CaseAside sheet={sheet} terms={theCase.terms} alone={step === 'aside'} />}
    >
      {theCase.error ? <NotShown number={number} error={theCase.error} onAgain={theCase.again} /> : sheet && me ? <CaseWork key={sheet.id} theCase={{ ...theCase, sheet }} me={me.id} onAside={() => change({ step: 'aside' }, { replace: false })} /> : <Skeleton kind="text" />}
    </Panes>
  )
}

/** A merged number leads to the case it lives in: the address then says which. */
function useOwnNumber(asked: string, own: string | null) {
  const go = useGo()
  useEffect(() => {
    if (own && own !== asked) go(`/cases/${own}?from=${asked}`, { replace: true })
  }, [asked, own, go])
}

function NotShown({ number, error, onAgain }: { number: string; error: ProblemError; onAgain: () => unknown }) {
  const { t, away } = useCaseWords()
  return (
    <Page title={number} eyebrow={<Link href="/">{t.list}</Link>}>
      {error.status === 404 ? <ErrorState what={t.gone} /> : <ErrorState what={t.loadFailed} meaning={error.message || away} onRetry={error.status === 403 ? undefined : onAgain} />}
    </Page>
  )
}
