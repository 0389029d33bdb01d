import { ReturnAnswer } from '../contract-work.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

/** Back to its author, saying what to mend. */
export function ReturnAnswerDialog({ answerId, onClose }: { answerId: string; onClose: () => void }) {
  const { t } = useCaseWords()
  return (
    <ReasonDialog endpoint={ReturnAnswer} title={t.title.returnAnswer} verb={t.sendBack} told={t.told.returned} asked={(reason) => ({ params: { answerId }, body: { reason } })} onClose={onClose} />
  )
}
