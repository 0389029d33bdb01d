import type { useVerb } from '#platform/web/data.ts'
import { call, ProblemError } from '#platform/web/data.ts'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { Way } from '../contract.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { RecallAnswer, type WriteAnswer } from '../contract-work.ts'
import type { Written } from './draft-text.ts'
import { isSpoken } from '../rules/way.ts'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'
import type { KeptDraft } from './use-kept-draft.ts'

type Given = { sheet: CaseSheet; draft: KeptDraft; write: ReturnType<typeof useVerb<typeof WriteAnswer>>; onClose: () => void; onReopen: (start: Written) => void }

/** Sends the answer, and offers to take it back for as long as it can be. What was taken back is again as it was being written. */
export function useSendAnswer({ sheet, draft, write, onClose, onReopen }: Given) {
  const { t, away } = useCaseWords()
  const client = useQueryClient()
  return async ({ way, final, amount }: { way: Way; final: boolean; amount: string | null }) => {
    const { body, fields, files } = draft.value
    const text = (name: string) => fields[name]?.trim() || undefined
    const takeBack = async (answerId: string) => {
      try {
        await call(RecallAnswer, { params: { answerId } })
        onReopen({ body, fields })
      } catch (error) {
        showToast({ text: `${t.told.refused}. ${(error instanceof ProblemError && error.message) || away}`, tone: 'broken' })
      }
      await Promise.all(CASE_REREADS.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
    }
    const spoken = isSpoken(way)
    await draft.hold()
    write.mutate({
      params: { number: sheet.number },
      body: {
        way, final, body, files: files.map(({ id }) => id),
        ...(way === 'mail' && { recipient: text('recipient') }), ...(!spoken && { subject: text('subject'), templateId: text('templateId') }), ...(amount && { money: { amount } }),
      },
    }, {
      onError: draft.release,
      onSuccess: ({ answerId, status, held }) => {
        draft.forget({ sent: true })
        const told = held ? t.answerHeld[held] : status === 'leaving' ? t.leaving : status === 'awaiting-approval' ? t.awaiting : spoken ? t.told.answered : t.sent
        showToast({ text: told, ...((status === 'leaving' || status === 'awaiting-approval') && { undo: () => takeBack(answerId) }) })
        onClose()
      },
    })
  }
}
