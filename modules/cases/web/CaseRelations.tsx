import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import type { CaseSheet } from '../contract-sheet.ts'
import { UnmergeCase } from '../contract-work.ts'
import { reasonNot } from './case-acts.ts'
import { SHAPES } from './case-columns.tsx'
import { useAct } from './use-act.ts'
import { useCaseWords } from './use-case-words.ts'

/** Cases that tell the same, and those that have to do with this one. */
export function CaseRelations({ sheet }: { sheet: CaseSheet }) {
  const { t, words } = useCaseWords()
  const unmerge = useAct(UnmergeCase)
  const { merged, links, mergedInto } = sheet
  const undo = (mergeId: string, number: string) => (
    <Button small disabledReason={sheet.may['merge'] === 'forbidden' ? reasonNot(sheet, 'merge', words, t.forbidden) : null} onPress={() => unmerge.run({ params: { mergeId } }, { told: t.told.unmerge(number) })}>{t.unmerge}</Button>
  )
  return (
    <>
      {mergedInto && <p className="CaseAside-part">{t.mergedInto(mergedInto.number)} <Link href={`/cases/${mergedInto.number}`}>{mergedInto.number}</Link> {undo(mergedInto.mergeId, sheet.number)}</p>}
      {merged.length > 0 && (
        <section className="CaseAside-part" aria-label={t.merged}>
          <h3>{t.merged}</h3>
          <ul>{merged.map(({ mergeId, number }) => <li key={mergeId} className="CaseRelations-one"><span>{number}</span>{undo(mergeId, number)}</li>)}</ul>
        </section>
      )}
      {links.length > 0 && (
        <section className="CaseAside-part" aria-label={t.links}>
          <h3>{t.links}</h3>
          <ul>
            {links.map(({ number, title, status, reason }) => (
              <li key={number}>
                <Link href={`/cases/${number}`}>{number}</Link> <StateMark shape={SHAPES[status]} tone="soft">{words.statuses[status]}</StateMark>
                <p className="soft small" dir="auto">{[title, reason].filter(Boolean).join('. ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
