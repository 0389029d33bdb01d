import type { Endpoint, ReplyOf } from '#kernel/endpoint.ts'
import { useVerb, type ProblemError, type ToDo } from '#platform/web/data.ts'
import { showToast } from '#platform/web/design/Toast.tsx'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

type Told<E> = { told: string; undo?: (reply: ReplyOf<E>) => unknown }

/** Does something to a case that needs no form: says what happened, or why not. */
export function useAct<E extends Endpoint>(endpoint: E) {
  const { t, away } = useCaseWords()
  const verb = useVerb(endpoint, { rereads: CASE_REREADS })
  const run = (asked: ToDo<E>, { told, undo }: Told<E>): Promise<ReplyOf<E> | null> =>
    verb.mutateAsync(asked).then(
      (reply) => {
        showToast({ text: told, ...(undo && { undo: () => undo(reply) }) })
        return reply
      },
      (error: ProblemError) => {
        showToast({ text: `${t.told.refused}. ${error.message || away}`, tone: 'broken' })
        return null
      },
    )
  return { run, pending: verb.isPending }
}
