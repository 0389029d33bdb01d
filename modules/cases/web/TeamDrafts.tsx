import { useFormats } from '#platform/web/words.ts'
import { useTeamDrafts } from './use-kept-draft.ts'
import { useCaseWords } from './use-case-words.ts'

/** What somebody else is writing on this case, to be read before one writes the same. */
export function TeamDrafts({ number }: { number: string }) {
  const { t } = useCaseWords()
  const formats = useFormats()
  const drafts = useTeamDrafts(number)
  return drafts.map(({ kind, author, body, updatedAt }) => (
    <details key={`${author.id}${kind}`} className="CaseWork-team">
      <summary>{t.teamDraft(author.name, t.draftKinds[kind] ?? kind, formats.ago(updatedAt))}</summary>
      <p className="Case-said" dir="auto">{body}</p>
    </details>
  ))
}
