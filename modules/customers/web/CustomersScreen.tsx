import './CustomersScreen.css'
import { useMay } from '#modules/people/web/use-me.ts'
import { usePlaceNames } from '#modules/people/web/use-place-names.ts'
import { LinkButton } from '#platform/web/design/Button.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { fill } from '#platform/web/formats.ts'
import { useGo, useSearch } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import type { CustomerHit } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useCustomerPages } from './use-customer-pages.ts'

/** All customers by name, or those found as one types; each found one says by what. */
export function CustomersScreen() {
  const { screens: t } = useWords({ es, en })
  const go = useGo()
  const [{ find = '' }, change] = useSearch()
  const pages = useCustomerPages(find.trim())
  const mayEdit = useMay('customers.edit')
  const mayImport = useMay('customers.import')
  const columns = useColumns(find !== '')
  return (
    <Page title={t.title} flush facts={pages.masked && <StateMark shape="near" tone="plain">{t.masked}</StateMark>}
      primary={mayEdit && <LinkButton href="/customers/new" weight="primary">{t.newCustomer}</LinkButton>}
      actions={mayImport && <LinkButton href="/customers/import">{t.import}</LinkButton>}>
      <div className="Customers-find">
        <TextField label={t.find} name="find" type="search" hint={t.findHint} value={find} onChange={(text) => change({ find: text || undefined })} maxLength={200} autoFocus />
      </div>
      {pages.error && <ErrorState what={pages.error.message} onRetry={pages.again} />}
      {!pages.rows && !pages.error && <Skeleton />}
      {pages.rows && (
        <Table label={t.title} rows={pages.rows} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} rowHref={({ id }) => `/customers/${id}`}
          onOpen={({ id }) => go(`/customers/${id}`)} keys onEnd={pages.more}
          empty={find ? <EmptyState title={fill(t.noneFound, { find })} /> : <EmptyState title={t.none}>{t.noneHint}</EmptyState>} />
      )}
    </Page>
  )
}

function useColumns(finding: boolean): Column<CustomerHit>[] {
  const { screens: t, why } = useWords({ es, en })
  const placeOf = usePlaceNames()
  return [
    { id: 'name', head: t.name, cell: ({ name, tradeName, active }) => <>{name}{tradeName && <span className="soft"> · {tradeName}</span>}{!active && <span className="soft"> · {t.inactive}</span>}</> },
    ...(finding ? [{ id: 'why', head: t.matched, cell: (hit: CustomerHit) => <Why hit={hit} words={why} />, width: '26%' }] : []),
    { id: 'identity', head: t.document, cell: ({ identity }) => identity ?? '' },
    { id: 'code', head: t.code, cell: ({ code }) => code ?? '', hideBelow: 'wide', width: '120px' },
    { id: 'city', head: t.city, cell: ({ city }) => city },
    { id: 'branch', head: t.branch, cell: ({ branchId }) => (branchId ? placeOf({ branchId, areaId: null, supplierId: null }) : ''), hideBelow: 'wide' },
  ]
}

/** A candidate looks like one: a broken shape and its words, never the certainty of a match. */
function Why({ hit: { why, matched }, words }: { hit: CustomerHit; words: Record<string, string> }) {
  if (!why) return null
  const text = <>{words[why]}{matched && <span className="soft"> · {matched}</span>}</>
  return why === 'telephone-candidate' ? <StateMark shape="near" tone="near">{text}</StateMark> : <span>{text}</span>
}
