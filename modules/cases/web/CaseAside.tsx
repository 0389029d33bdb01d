import type { CaseSheet } from '../contract-sheet.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseFiles } from './CaseFiles.tsx'
import { CaseRelations } from './CaseRelations.tsx'
import { CaseTerms } from './CaseTerms.tsx'
import { CaseWho } from './CaseWho.tsx'
import type { useCase } from './use-case.ts'

/** Who this is and what is known, always in the same order. `alone`: a step of its own, without the case's heading beside it. */
export function CaseAside({ sheet, terms, alone }: { sheet: CaseSheet; terms: ReturnType<typeof useCase>['terms']; alone: boolean }) {
  return (
    <div className="CaseAside">
      {alone && <h1 className="unseen">{sheet.number}</h1>}
      <CaseWho sheet={sheet} />
      <CaseFacts sheet={sheet} />
      <CaseTerms sheet={sheet} terms={terms} />
      <CaseFiles sheet={sheet} />
      <CaseRelations sheet={sheet} />
    </div>
  )
}
