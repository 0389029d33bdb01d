import { useEffect, useRef } from 'react'
import { en } from './en.ts'
import { es } from './es.ts'
import { LinkButton } from './design/Button.tsx'
import { Page } from './design/Page.tsx'
import { EmptyState, ErrorState } from './design/States.tsx'
import { useHeard } from './heard.ts'
import { useWords } from './words.ts'

/** A screen whose code did not come: the server is away, or has a newer one. Browsers say it each in their own way. */
const NOT_FETCHED = /dynamically imported module|importing a module script|preload css/i

/** A screen that broke: the rest of the application goes on. */
export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const words = useWords({ es, en })
  const said = error instanceof Error ? error.message : String(error)
  if (NOT_FETCHED.test(said)) return <NotFetched />
  return <ErrorState what={words.screenFailed.what} meaning={words.screenFailed.meaning} advice={words.screenFailed.advice} reference={said} onRetry={reset} />
}

/** Asked for again as soon as the server is heard again; only a new page does ask again. */
function NotFetched() {
  const heard = useHeard()
  const before = useRef(heard)
  useEffect(() => {
    if (heard && !before.current) location.reload()
    before.current = heard
  }, [heard])
  return <ErrorState what="" onRetry={() => location.reload()} />
}

export function Missing() {
  const words = useWords({ es, en })
  return (
    <Page title={words.missing.title}>
      <EmptyState icon="search" title={words.missing.what} action={<LinkButton href="/">{words.missing.home}</LinkButton>}>{words.missing.advice}</EmptyState>
    </Page>
  )
}
