import { Button } from '#platform/web/design/Button.tsx'
import type { CaseSheet } from '../contract.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseFiles } from './CaseFiles.tsx'
import { CaseRelations } from './CaseRelations.tsx'
import { CaseTerms } from './CaseTerms.tsx'
import { CaseWho } from './CaseWho.tsx'
import type { useCase } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

/** Who this is and what is known, always in the same order. */
export function CaseAside({ sheet, terms, onBack }: { sheet: CaseSheet; terms: ReturnType<typeof useCase>['terms']; onBack?: () => void }) {
  const { t } = useCaseWords()
  return (
    <div className="CaseAside">
      {onBack && <div className="CaseAside-back"><Button weight="quiet" icon="back" onPress={onBack}>{t.toWork}</Button></div>}
      <CaseWho sheet={sheet} />
      <CaseFacts sheet={sheet} />
      <CaseTerms sheet={sheet} terms={terms} />
      <CaseFiles sheet={sheet} />
      <CaseRelations sheet={sheet} />
    </div>
  )
}
