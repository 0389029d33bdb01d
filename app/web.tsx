import '#platform/web/design/design.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WhoseContext } from '#modules/calendars/web/whose.ts'
import { asksAgain, asksAgainAfter } from '#platform/web/ask-again.ts'
import { Failed, Missing } from '#platform/web/Failed.tsx'
import { openDrafts } from '#platform/web/drafts.ts'
import { Routes, type Frames } from '#platform/web/routing.tsx'
import { applyTheme } from '#platform/web/theme.ts'
import { screens } from './screens.tsx'
import { Shell } from './Shell.tsx'
import { whose } from './whose.ts'

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: asksAgain, retryDelay: (times, error) => asksAgainAfter(times, error) } } })
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
