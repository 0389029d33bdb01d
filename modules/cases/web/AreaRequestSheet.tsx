import { useState } from 'react'
import { useReply } from '#platform/web/data.ts'
import { LinkButton } from '#platform/web/design/Button.tsx'
import { DueDate } from '#platform/web/design/DueDate.tsx'
import { KindMark } from '#platform/web/design/KindMark.tsx'
import { Facts, Page, Section, type Fact } from '#platform/web/design/Page.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ReadCase, type CaseSheet } from '../contract-sheet.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { AreaAnswerForm } from './AreaAnswerForm.tsx'
import type { AskedOfArea } from './AreaRequestsScreen.tsx'
import { dueOfRequest } from './case-due.ts'
import { CaseFiles } from './CaseFiles.tsx'
import { ReturnRequestDialog } from './ReturnRequestDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

/** What was asked, what the case tells, and the area's answer, where it is read. */
export function AreaRequestSheet({ request, me, onDone }: { request: AskedOfArea; me: string; onDone: () => void }) {
  const { areas: w } = useWords({ es, en })
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const { now } = useReader()
  const [returning, setReturning] = useState(false)
  const { data } = useReply(ReadCase, { params: { number: request.number } })
  const sheet = data?.number === request.number || data?.merged.some(({ number }) => number === request.number) ? data : undefined
  const asked = sheet?.areaRequests.find(({ id }) => id === request.id)
  const late = Date.parse(request.dueAt) < now()
  const open = request.status === 'open'
  return (
    <Page
      title={request.number} eyebrow={w.of(request.area.name, request.branch.code)} actions={<LinkButton small href={`/cases/${request.number}`}>{w.openCase}</LinkButton>}
      facts={(
        <>
          <KindMark kind={request.kind} word={words.kinds[request.kind]} />
          {open && <DueDate {...dueOfRequest(request, formats)} late={late} />}
          {!open && <StateMark shape="done" tone="soft">{t.requestStates[request.status] ?? request.status}</StateMark>}
          {request.reminders > 0 && <span className="soft">{t.reminders(request.reminders)}</span>}
        </>
      )}
    >
      <Section title={w.question} note={`${w.asked} ${formats.instant(request.askedAt)}`}><p className="Case-said AreaRequests-asked" dir="auto">{request.question}</p></Section>
      {open && <AreaAnswerForm request={request} me={me} onDone={onDone} onReturn={() => setReturning(true)} />}
      {asked?.answer && <Section title={t.theAnswer}><p className="Case-said" dir="auto">{asked.answer}</p></Section>}
      {asked?.returnedReason && <Section title={t.requestStates['returned'] ?? ''}><p className="Case-said" dir="auto">{asked.returnedReason}</p></Section>}
      {sheet && <Section title={w.facts}><p className="Case-said" dir="auto">{sheet.description}</p><CaseInBrief sheet={sheet} /><CaseFiles sheet={sheet} /></Section>}
      {returning && <ReturnRequestDialog request={request} onClose={() => setReturning(false)} onDone={onDone} />}
    </Page>
  )
}

function CaseInBrief({ sheet }: { sheet: CaseSheet }) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const said = (name: string, value: string): Fact[] => (value ? [{ name, value }] : [])
  return (
    <Facts
      facts={[
        { name: t.customer, value: sheet.customer?.name ?? (sheet.reporter.name || t.anonymous) },
        ...said(t.product, sheet.product), ...said(t.serial, sheet.serial), ...said(t.order, sheet.orderNumber), ...said(t.place, sheet.place),
        { name: t.received, value: `${formats.instant(sheet.receivedAt)}, ${words.channels[sheet.channel].toLowerCase()}` },
        ...said(t.wished, sheet.wishedOutcome),
      ]}
    />
  )
}
