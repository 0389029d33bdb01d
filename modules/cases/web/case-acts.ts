import type { CaseAct } from '../rules/permitted-acts.ts'
import { CASE_REFUSALS, type CaseRefusal } from '../contract.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import type { CasesWords } from '../es.ts'

/** Why an act cannot be done now, as the server would say it; null where it can. */
export function reasonNot(sheet: Pick<CaseSheet, 'may'>, act: CaseAct, words: CasesWords, forbidden: string): string | null {
  const code = sheet.may[act] ?? null
  if (code === null) return null
  return isRefusal(code) ? words.refusals[code] : forbidden
}

const isRefusal = (code: string): code is CaseRefusal => CASE_REFUSALS.some((one) => one === code)

/** What opens over the case; one at a time. */
export type DialogName = 'assign' | 'route' | 'classify' | 'retype' | 'close' | 'reopen' | 'withdraw' | 'merge' | 'link' | 'snooze' | 'correct'
/** What opens under the story. */
export type ComposerName = 'answer' | 'note' | 'area-request'
