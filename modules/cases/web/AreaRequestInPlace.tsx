import { useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { DueDate } from '#platform/web/design/DueDate.tsx'
import { StateMark, type StateShape } from '#platform/web/design/StateMark.tsx'
import { useFormats, useReader } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { RemindArea } from '../contract-work.ts'
import { reasonNot } from './case-acts.ts'
import { dueOfRequest } from './case-due.ts'
import { CancelRequestDialog } from './CancelRequestDialog.tsx'
import { useAct } from './use-act.ts'
import { useCaseWords } from './use-case-words.ts'

type Request = CaseSheet['areaRequests'][number]

const SHAPES: Record<Request['status'], StateShape> = { open: 'hollow', answered: 'done', returned: 'cancelled', cancelled: 'cancelled' }

/** What an area was asked: by when, and whether it answered. */
export function AreaRequestInPlace({ request, sheet }: { request: Request; sheet: CaseSheet }) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const { now } = useReader()
  const [cancelling, setCancelling] = useState(false)
  const remind = useAct(RemindArea)
  const open = request.status === 'open'
  const not = reasonNot(sheet, 'askArea', words, t.forbidden)
  return (
    <div className="Case-inPlace">
      <p className="Case-inPlaceFacts">
        <StateMark shape={SHAPES[request.status]} tone={open ? 'plain' : 'soft'}>{t.requestStates[request.status]}</StateMark>
        {open && <DueDate {...dueOfRequest(request, formats)} late={Date.parse(request.dueAt) < now()} />}
        {request.reminders > 0 && <span className="soft">{t.reminders(request.reminders)}</span>}
      </p>
      {request.returnedReason && <p dir="auto">{request.returnedReason}</p>}
      {open && (
        <p className="Case-inPlaceActs">
          <Button small disabledReason={not} onPress={() => remind.run({ params: { areaRequestId: request.id } }, { told: t.told.reminded })}>{t.remind}</Button>
          <Button small disabledReason={not} onPress={() => setCancelling(true)}>{t.withdrawRequest}</Button>
        </p>
      )}
      {cancelling && <CancelRequestDialog request={request} onClose={() => setCancelling(false)} />}
    </div>
  )
}
