import './CaseScreen.css'
import { useReply } from '#platform/web/data.ts'
import { Facts } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { ReadCase } from '../contract-sheet.ts'
import { WriteNote } from '../contract-work.ts'
import { en as alikeEn } from '../en-alike.ts'
import { es as alikeEs } from '../es-alike.ts'
import { ActDialog } from './ActDialog.tsx'
import type { AlikeReason } from './alike-reasons.ts'
import { OtherCase } from './OtherCase.tsx'
import type { Written } from './LikeCases.tsx'
import { useCaseWords } from './use-case-words.ts'

type Props = { number: string; reasons: readonly AlikeReason[]; written: Written; onClose: () => void; onAdded: () => void }

/** What is being written beside a case that may be the same, with what speaks for it and against: it is another, or it is added to that one (F-8). */
export function CompareDialog({ number, reasons, written, onClose, onAdded }: Props) {
  const { t, away } = useCaseWords()
  const a = useWords({ es: alikeEs, en: alikeEn })
  const go = useGo()
  const { data, error } = useReply(ReadCase, { params: { number } })
  const other = data?.number === number ? data : null
  const { description, customerName, serial, orderNumber, spoke, files } = written
  return (
    <ActDialog
      endpoint={WriteNote} size="large" title={a.title(number)} verb={a.add(number)} told={a.added(number)} notYet={description.trim() ? (other ? null : a.wait) : a.writeFirst} onClose={onClose}
      asked={() => ({ params: { number }, body: { kind: 'customer-message' as const, body: description, spoke, mentions: [], files: [...files] } })}
      onDone={() => {
        onAdded()
        go(`/cases/${number}`)
      }}
    >
      <p className="soft">{a.explain}</p>
      <ul aria-label={a.why}>{reasons.map(({ text, against }) => <li key={text}>{against ? a.against(text) : text}</li>)}</ul>
      <div className="OtherCase-both">
        <section className="OtherCase" aria-label={a.here}>
          <p className="soft small">{a.here}</p>
          <h3>{a.unnumbered}</h3>
          <Facts facts={[{ name: t.customer, value: customerName || t.anonymous }, ...(serial ? [{ name: t.serial, value: serial }] : []), ...(orderNumber ? [{ name: t.order, value: orderNumber }] : [])]} />
          <p className="Case-said OtherCase-story" dir="auto">{description}</p>
        </section>
        {other ? <OtherCase heading={a.there} sheet={other} /> : error ? <ErrorState what={error.message || away} /> : <Skeleton kind="text" />}
      </div>
    </ActDialog>
  )
}
