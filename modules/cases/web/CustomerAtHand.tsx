import { useReply } from '#platform/web/data.ts'
import { Link } from '#platform/web/design/Link.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ListCases } from '../contract-lists.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { useCustomerAtHand } from './use-customer-at-hand.ts'

const SHOWN = 3

/** Who is on the line: document, how to reach them, and what is open with them. One stop of the keyboard, so that the way to the story stays short. */
export function CustomerAtHand({ customer }: { customer: { id: string } }) {
  const { register: t } = useWords({ es, en })
  const formats = useFormats()
  const known = useCustomerAtHand(customer)
  const { data } = useReply(ListCases, { query: { list: 'open', customerId: customer.id, sort: 'newest', limit: SHOWN + 1 } }, { staleTime: 15_000 })
  const open = data?.items ?? []
  const facts = known && [known.identity, known.segment, ...known.telephones.slice(0, 2).map(({ shown }) => shown), known.emails[0]?.address].filter(Boolean)
  const all = `/?list=open&customerId=${customer.id}`
  return (
    <div className="Register-hand">
      {facts && facts.length > 0 && <p className="soft" dir="auto">{facts.join(' · ')}</p>}
      {data && open.length === 0 && <p className="soft">{t.nothingOpen}</p>}
      {open.slice(0, SHOWN).map(({ number, title, receivedAt }, i) => (
        // The first one is where Tab comes by; the form stays here, and whatever is looked up opens beside it.
        <p key={number}><Link href={`/cases/${number}`} target="_blank" tabIndex={i === 0 ? undefined : -1}>{number}</Link> <span dir="auto">{title}</span>, {formats.ago(receivedAt)}</p>
      ))}
      {open.length > SHOWN && <p><Link href={all} target="_blank">{t.allOpen}</Link></p>}
    </div>
  )
}
