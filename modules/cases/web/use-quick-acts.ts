import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/data.ts'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { NextCase } from '../contract-lists.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { AssignCase, WakeCase } from '../contract-work.ts'
import { useAct } from './use-act.ts'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

/** Goes to the case whose date is nearest, after the one just done. */
export function useNextCase(): (after: string) => void {
  const { t, away } = useCaseWords()
  const go = useGo()
  return (after) => void call(NextCase, { query: { after } }).then(
    ({ number }) => (number ? go(`/cases/${number}`) : showToast({ text: t.noNext })),
    () => showToast({ text: away, tone: 'broken' }),
  )
}

/** What needs no form: taking it, taking it up again, going to the one whose date is nearest. */
export function useQuickActs(sheet: CaseSheet, me: string) {
  const { t } = useCaseWords()
  const nextAfter = useNextCase()
  const client = useQueryClient()
  const assign = useAct(AssignCase)
  const waking = useAct(WakeCase)
  const { number, owner } = sheet
  const params = { number }
  const giveBack = async () => {
    await call(AssignCase, { params, body: { ownerId: owner?.id ?? null, reason: t.undoReason } })
    await Promise.all(CASE_REREADS.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
  }
  return {
    take: () => void assign.run({ params, body: { ownerId: me, ...(owner && { reason: t.take }) } }, { told: t.told.assign(number), undo: giveBack }),
    wake: () => void waking.run({ params, body: {} }, { told: t.told.wake(number) }),
    next: () => nextAfter(number),
  }
}
