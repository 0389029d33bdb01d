import type { ReactNode } from 'react'
import type { CaseSheet } from '../contract-sheet.ts'
import { ReopenCase, WithdrawCase } from '../contract-work.ts'
import { AssignDialog } from './AssignDialog.tsx'
import type { DialogName } from './case-acts.ts'
import { ClassifyDialog } from './ClassifyDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RetypeDialog } from './RetypeDialog.tsx'
import { RouteDialog } from './RouteDialog.tsx'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

export type CaseDialogProps = { sheet: CaseSheet; me: string; onClose: () => void }

const DIALOGS: Record<DialogName, (props: CaseDialogProps) => ReactNode> = {
  assign: AssignDialog, route: RouteDialog, classify: ClassifyDialog, retype: RetypeDialog, close: CloseDialog, merge: MergeDialog, link: LinkDialog, snooze: SnoozeDialog, correct: CorrectDialog,
  reopen: ReopenDialog, withdraw: WithdrawDialog,
}

/** What opens over a case, by its name. */
export function CaseDialog({ name, ...props }: CaseDialogProps & { name: DialogName }) {
  const Named = DIALOGS[name]
  return <Named {...props} />
}

function ReopenDialog({ sheet: { number }, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  return <ReasonDialog endpoint={ReopenCase} title={t.title.reopen(number)} verb={t.reopen} told={t.told.reopen(number)} explain={t.reopenExplain} asked={(reason) => ({ params: { number }, body: { reason } })} onClose={onClose} />
}

function WithdrawDialog({ sheet: { number }, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  return <ReasonDialog danger endpoint={WithdrawCase} title={t.title.withdraw(number)} verb={t.withdraw} told={t.told.withdraw(number)} explain={t.withdrawExplain} asked={(reason) => ({ params: { number }, body: { reason } })} onClose={onClose} />
}
