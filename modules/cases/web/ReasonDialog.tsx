import { useState } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ToDo } from '#platform/web/data.ts'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { ActDialog } from './ActDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

type Props<E extends Endpoint> = {
  endpoint: E
  title: string
  verb: string
  told: string
  explain?: string
  asked: (reason: string) => ToDo<E>
  danger?: boolean
  onClose: () => void
}

/** What needs nothing but to be explained. */
export function ReasonDialog<E extends Endpoint>({ explain, asked, ...act }: Props<E>) {
  const { t } = useCaseWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog {...act} asked={() => asked(reason)}>
      {(error) => (
        <>
          {explain && <p className="soft">{explain}</p>}
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={3} autoFocus error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
