import { useReply } from '#platform/web/data.ts'
import { DueDate } from '#platform/web/design/DueDate.tsx'
import { KindMark } from '#platform/web/design/KindMark.tsx'
import { Facts } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ReadCase } from '../contract-sheet.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { SHAPES } from './case-columns.tsx'
import { beyondOf, dueOf, isDue, proofOf } from './case-due.ts'

/** A case beside its list: enough to know whether to open it. */
export function CasePeek({ number }: { number: string }) {
  const { list: t, sheet, away } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const formats = useFormats()
  const { now } = useReader()
  const { data: theCase, error } = useReply(ReadCase, { params: { number } })
  if (error) return <ErrorState what={error.message || away} />
  if (!theCase || theCase.number !== number) return <Skeleton kind="text" />
  return (
    <>
      <p className="Peek-head">
        <KindMark kind={theCase.kind} word={words.kinds[theCase.kind]} /> <StateMark shape={SHAPES[theCase.status]}>{words.statuses[theCase.status]}</StateMark>
      </p>
      {isDue(theCase) && <DueDate {...dueOf(theCase, formats, now())} beyond={beyondOf(theCase, words)} proof={proofOf(number)} />}
      <p className="Peek-story" dir="auto">{theCase.description}</p>
      <Facts
        facts={[
          { name: t.columns.customer, value: theCase.customer?.name ?? theCase.reporter.name ?? t.anonymous },
          { name: t.columns.received, value: formats.instant(theCase.receivedAt) },
          { name: t.columns.owner, value: theCase.owner?.name ?? t.nobody },
          { name: t.columns.area, value: theCase.area?.code ?? sheet.none },
          { name: sheet.cause, value: theCase.cause?.name ?? sheet.unclassified },
          ...(theCase.waitingFor ? [{ name: sheet.waiting, value: words.waiting[theCase.waitingFor] }] : []),
        ]}
      />
    </>
  )
}
