import { ReadCustomer } from '#modules/customers/contract.ts'
import { useReply } from '#platform/web/data.ts'
import { Link } from '#platform/web/design/Link.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { Facts, type Fact } from '#platform/web/design/Page.tsx'
import { useFormats } from '#platform/web/words.ts'
import { ListCases } from '../contract-lists.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { useCaseWords } from './use-case-words.ts'

const MOST = 20

/** Who this is, always in the same order: name, document, how to reach whoever called, sites, and what else is open with them. */
export function CaseWho({ sheet }: { sheet: CaseSheet }) {
  const { t } = useCaseWords()
  const formats = useFormats()
  const { customer, reporter } = sheet
  const customerId = customer?.id ?? ''
  const known = useReply(ReadCustomer, { params: { customerId } }, { enabled: customer !== null, staleTime: 30_000 }).data
  const open = useReply(ListCases, { query: { list: 'open', customerId, limit: MOST } }, { enabled: customer !== null, staleTime: 30_000 }).data
  const whole = known?.id === customerId ? known : undefined
  const openCases = customer ? (open?.items.filter(({ customer: of }) => of?.id === customerId).length ?? 0) : 0
  const facts: (Fact | false)[] = [
    Boolean(whole?.identity) && { name: t.identity, value: whole?.identity },
    Boolean(whole?.segment) && { name: t.segment, value: whole?.segment },
    Boolean(reporter.name) && { name: t.reporter, value: [reporter.name, reporter.relation].filter(Boolean).join(', ') },
    Boolean(reporter.telephone || whole?.telephones[0]) && { name: t.telephone, value: <Telephone text={reporter.telephone || (whole?.telephones[0]?.shown ?? '')} masked={whole?.masked ?? false} /> },
    Boolean(reporter.email || whole?.emails[0]) && { name: t.email, value: <MailText text={reporter.email || (whole?.emails[0]?.address ?? '')} /> },
    Boolean(whole?.sites.length) && { name: t.sites, value: formats.number(whole?.sites.length ?? 0), href: `/customers/${customerId}` },
    openCases > 0 && { name: t.openOfCustomer, value: `${formats.number(openCases)}${openCases === MOST ? '+' : ''}`, href: `/?list=open&customerId=${customerId}` },
  ]
  return (
    <section className="CaseAside-part" aria-label={t.who_is}>
      <h2 dir="auto">{customer ? <Link href={`/customers/${customer.id}`}>{customer.name}</Link> : reporter.name || t.anonymous}</h2>
      {reporter.onBehalfOf && <p className="soft">{t.onBehalf(reporter.onBehalfOf)}</p>}
      <Facts facts={facts.filter((fact): fact is Fact => fact !== false)} />
    </section>
  )
}

/** Pressed to call, where it is whole. */
function Telephone({ text, masked }: { text: string; masked: boolean }) {
  if (masked || !/^\+?[\d\s()-]{7,}$/.test(text)) return text
  return <a href={`tel:${text.replaceAll(/[^\d+]/g, '')}`}>{text}</a>
}
