import type { ReplyOf } from '#kernel/endpoint.ts'
import { Button, LinkButton } from '#platform/web/design/Button.tsx'
import { DueDate } from '#platform/web/design/DueDate.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { useAction } from '#platform/web/keys.ts'
import { useGo } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import type { RegisterCase } from '../contract.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { proofOf } from './case-due.ts'

/** What to tell the customer now: the number, by when, by which rule; and how the acknowledgement reaches them. */
export function Registered({ reply, onAnother }: { reply: ReplyOf<typeof RegisterCase>; onAnother: () => void }) {
  const { register: t } = useWords({ es, en })
  const formats = useFormats()
  const go = useGo()
  const { number, acknowledgement, terms } = reply
  const final = terms.filter(({ clock }) => clock === 'final-answer').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  const paper = `/api/v1/cases/${number}/acknowledgement.pdf`
  const print = () => void window.open(paper, '_blank', 'noopener')
  useAction({ verb: t.print, key: 'p', run: print })
  useAction({ verb: t.openIt, key: 'o', run: () => go(`/cases/${number}`) })
  return (
    <section className="Registered" aria-live="polite">
      <p className="Registered-number">{number}</p>
      {final && (
        <p>
          <DueDate dueOn={final.dueOn} proof={proofOf(number, final.id)} /> · {final.name}, {final.source}
        </p>
      )}
      <p>{acknowledgement.way === 'mail' ? <MailText text={t.acknowledgedTo(acknowledgement.to)} /> : acknowledgement.way === 'print' ? t.printIt : ''}</p>
      <p className="soft">{t.at(formats.instant(reply.registeredAt))}</p>
      <p className="Registered-acts">
        <Button weight="primary" kbd="c" onPress={onAnother}>{t.another}</Button>
        <LinkButton href={`/cases/${number}`} kbd="o">{t.openIt}</LinkButton>
        <Button icon="print" kbd="p" onPress={print}>{t.print}</Button>
      </p>
    </section>
  )
}
