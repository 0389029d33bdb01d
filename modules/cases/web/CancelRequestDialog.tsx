import type { CaseSheet } from '../contract-sheet.ts'
import { CancelAreaRequest } from '../contract-work.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

/** What was asked is no longer needed. */
export function CancelRequestDialog({ request, onClose }: { request: CaseSheet['areaRequests'][number]; onClose: () => void }) {
  const { t } = useCaseWords()
  return (
    <ReasonDialog
      endpoint={CancelAreaRequest} title={t.title.cancelRequest(request.area.name)} verb={t.withdrawRequest} told={t.requestStates['cancelled'] ?? ''}
      asked={(reason) => ({ params: { areaRequestId: request.id }, body: { reason } })} onClose={onClose}
    />
  )
}
