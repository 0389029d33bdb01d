import './CasesScreen.css'
import './SearchScreen.css'
import { useEffect, useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { useGo, useSearch } from '#platform/web/routing.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import type { Search } from '../contract-lists.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { caseColumns } from './case-columns.tsx'
import { FindField } from './CaseFilters.tsx'
import { toneOf } from './case-due.ts'
import { Excerpt } from './Excerpt.tsx'
import { keepListAddress } from './list-address.ts'
import { Narrowing } from './Narrowing.tsx'
import { narrowingOf, nothingNarrowed, useCaseFilter } from './use-case-filter.ts'
import { useFound } from './use-found.ts'

type Row = ReplyOf<typeof Search>['cases'][number]

/** Every case within reach that holds what is written, open or not, with the words around it; the customers so called, above. The address is the search. */
export function SearchScreen() {
  const { list: t, away } = useWords({ es, en })
  const { search: s } = useWords({ es: listsEs, en: listsEn })
  const words = useWords({ es: casesEs, en: casesEn })
  const formats = useFormats()
  const { now } = useReader()
  const go = useGo()
  const { filter, asked, change } = useCaseFilter('everything')
  const { list: _, sort: __, ...narrowed } = asked
  // No list knows this order.
  const order = useSearch()[0]['sort'] === 'best' ? 'best' : 'newest'
  const found = useFound({ ...narrowed, find: filter.find ?? '', sort: order })
  useEffect(() => keepListAddress(`/search${location.search}`))
  const count = narrowingOf(filter).filter((name) => name !== 'find').length
  const [open, setOpen] = useState(count > 0)
  const own = caseColumns({ t, words, formats, now: now() })
  const only = (...ids: string[]) => own.filter(({ id }) => ids.includes(id)) as Column<Row>[]
  return (
    <Page title={filter.find ? s.heading(filter.find) : s.title} flush>
      <div className="Search">
        <search className="Cases-filters">
          <div className="Cases-find">
            <FindField value={filter.find ?? ''} onChange={(find) => change({ find: find || undefined })} autoFocus={!filter.find} />
            <Button kbd="f" expanded={open} onPress={() => setOpen(!open)}>{count > 0 ? `${t.filters} · ${count}` : t.filters}</Button>
            <Select label={s.order} labelUnseen value={order} onChange={(sort) => change({ sort: sort === 'best' ? sort : undefined })} options={[{ value: 'newest', label: s.newest }, { value: 'best', label: s.best }]} />
          </div>
          {open && <Narrowing filter={filter} change={change}>{count > 0 && <p className="Cases-acts"><Button small onPress={() => change({ ...nothingNarrowed(filter), find: filter.find })}>{t.clear}</Button></p>}</Narrowing>}
        </search>
        {filter.find && found.customers.length > 0 && (
          <nav className="Search-customers" aria-label={s.customers}>
            <h2>{s.customers}</h2>
            <ul>{found.customers.map(({ id, name, code }) => <li key={id}><Link href={`/customers/${id}`}>{name}</Link>{code && <span className="soft"> {code}</span>}</li>)}</ul>
          </nav>
        )}
        {found.error && <ErrorState what={found.error.message || away} onRetry={found.again} />}
        {!filter.find && <EmptyState icon="search" title={s.start}>{s.startText}</EmptyState>}
        {filter.find && !found.cases && !found.error && <Skeleton />}
        {filter.find && found.cases && (
          <Table
            label={s.heading(filter.find)} rows={found.cases} rowKey={({ number }) => number} rowName={({ number, title }) => `${number} ${title}`} rowHref={({ number }) => `/cases/${number}`} onOpen={({ number }) => go(`/cases/${number}`)}
            rowTone={(row) => toneOf(row, now())} keys onEnd={found.more} empty={<EmptyState icon="search" title={s.nothing}>{s.nothingText}</EmptyState>}
            columns={[{ ...only('number')[0]!, width: '180px' }, ...only('title'), { id: 'excerpt', head: s.found, cell: ({ excerpt }) => <Excerpt text={excerpt} />, width: '32%' }, ...only('customer', 'due')]}
          />
        )}
      </div>
    </Page>
  )
}
