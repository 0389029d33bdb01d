import '#platform/web/design/design.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WhoseContext } from '#modules/calendars/web/whose.ts'
import { ProblemError } from '#platform/web/data.ts'
import { Failed, Missing } from '#platform/web/Failed.tsx'
import { openDrafts } from '#platform/web/drafts.ts'
import { Routes, type Frames } from '#platform/web/routing.tsx'
import { applyTheme } from '#platform/web/theme.ts'
import { screens } from './screens.tsx'
import { Shell } from './Shell.tsx'
import { whose } from './whose.ts'

/** What the server refused it refuses again: only what failed or did not arrive is asked a second time. */
const onceMore = (times: number, error: Error) => times < 1 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500)
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: onceMore } } })
const frames: Frames = { screens, shell: Shell, failed: Failed, missing: Missing }

applyTheme()
await openDrafts()
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WhoseContext value={whose}><Routes frames={frames} /></WhoseContext>
    </QueryClientProvider>
  </StrictMode>,
)
