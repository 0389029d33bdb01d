import { useState } from 'react'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { ReturnAreaRequest } from '../contract-work.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { ActDialog } from './ActDialog.tsx'
import type { AskedOfArea } from './AreaRequestsScreen.tsx'
import { useCaseWords } from './use-case-words.ts'

/** It is not for this area: back to whoever asked, saying why. */
export function ReturnRequestDialog({ request, onClose, onDone }: { request: AskedOfArea; onClose: () => void; onDone: () => void }) {
  const { areas: w } = useWords({ es, en })
  const { t } = useCaseWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog endpoint={ReturnAreaRequest} title={t.title.returnRequest} verb={t.returnToDesk} told={w.returned(request.number)} onClose={onClose} onDone={onDone} asked={() => ({ params: { areaRequestId: request.id }, body: { reason } })}>
      {(error) => <TextArea label={w.whyReturn} name="reason" value={reason} onChange={setReason} rows={3} autoFocus error={errorOf(error, 'reason')} />}
    </ActDialog>
  )
}
