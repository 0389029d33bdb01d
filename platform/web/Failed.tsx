import { en } from './en.ts'
import { es } from './es.ts'
import { LinkButton } from './design/Button.tsx'
import { Page } from './design/Page.tsx'
import { EmptyState, ErrorState } from './design/States.tsx'
import { useWords } from './words.ts'

/** A screen that broke: the rest of the application goes on. */
export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const words = useWords({ es, en })
  return <ErrorState what={words.screenFailed.what} meaning={words.screenFailed.meaning} advice={words.screenFailed.advice} reference={error instanceof Error ? error.message : String(error)} onRetry={reset} />
}

export function Missing() {
  const words = useWords({ es, en })
  return (
    <Page title={words.missing.title}>
      <EmptyState icon="search" title={words.missing.what} action={<LinkButton href="/">{words.missing.home}</LinkButton>}>{words.missing.advice}</EmptyState>
    </Page>
  )
}
