import './CasesScreen.css'
import { useEffect, useState } from 'react'
import { useMe } from '#modules/people/web/use-me.ts'
import { Button, LinkButton } from '#platform/web/design/Button.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import type { CaseRow } from '../contract.ts'
import type { ListName } from '../contract-lists.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { BulkBar } from './BulkBar.tsx'
import { caseColumns } from './case-columns.tsx'
import { toneOf } from './case-due.ts'
import { CaseFilters } from './CaseFilters.tsx'
import { CaseLists } from './CaseLists.tsx'
import { CasePeek } from './CasePeek.tsx'
import { keepListAddress } from './list-address.ts'
import { differs } from './saved-view.ts'
import { bulkFilter, columnsAmong, narrowingOf, nothingNarrowed, useCaseFilter } from './use-case-filter.ts'
import { PAGE, useCasePages } from './use-case-pages.ts'
import { usePresenceOf } from './use-presence-of.ts'
import { useViewAtHand } from './use-saved-views.ts'
import { ViewBar } from './ViewBar.tsx'

/** The others fill by what happens to a case, or by its date. */
const FILLED_BY_REGISTERING: ReadonlySet<ListName> = new Set(['mine', 'branch', 'open', 'everything'])

/** The work: lists at the left with how many each holds, the cases that one chose, those due first on top. The address is the view. */
export function CasesScreen() {
  const { list: t, away, register } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const formats = useFormats()
  const { now } = useReader()
  const go = useGo()
  const me = useMe()
  const { filter, asked, columns: ofView, change } = useCaseFilter(me?.places.all ? 'open' : 'mine')
  const columns = ofView ?? columnsAmong(me?.preferences.caseColumns)
  const pages = useCasePages(asked)
  usePresenceOf(pages.rows)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const address = JSON.stringify(asked)
  useEffect(() => keepListAddress(`/${location.search}`))
  const [allOf, setAllOf] = useState<string | null>(null)
  const choose = (keys: ReadonlySet<string>) => {
    setSelected(keys)
    setAllOf(null)
  }
  // There may be more of the list than was scrolled to.
  const every = selected.size >= PAGE && pages.rows?.every(({ number }) => selected.has(number))
  const [peeked, setPeeked] = useState<CaseRow | null>(null)
  const view = useViewAtHand()
  // With the columns that are seen, of whoever looks where the view has none.
  const seen = { ...asked, ...(columns && { columns: [...columns] }) }
  const title = view?.name ?? t.lists[filter.list]
  const narrowing = narrowingOf(filter).length
  // What narrowed a view goes with it; the branch is chosen above every screen.
  const left = { ...nothingNarrowed(filter), sort: undefined, columns: undefined, view: undefined }
  const toRegister = filter.branchId ? `/register?branchId=${filter.branchId}` : '/register'
  return (
    <Page title={title} flush primary={<LinkButton href={toRegister} weight="primary" kbd="c">{register.verb}</LinkButton>} facts={view && <ViewBar view={view} changed={differs(view, { filter, columns: ofView })} seen={seen} onRemoved={() => change({ view: undefined })} />}>
      <div className="Cases">
        <CaseLists current={filter.list} view={view} branchId={asked?.branchId} onChoose={(name) => change({ ...(view && left), list: name })} />
        <div className="Cases-work">
          <CaseFilters filter={filter} change={change} seen={seen} columns={columns} ofView={view !== undefined || ofView !== null} />
          {pages.error && <ErrorState what={pages.error.message || away} onRetry={pages.again} />}
          {!pages.rows && !pages.error && <Skeleton />}
          {pages.rows && (
            <Table
              label={title} rows={pages.rows} columns={caseColumns({ t, words, formats, now: now() }, columns)} rowKey={({ number }) => number} rowName={({ number, title: about }) => `${number} ${about}`}
              rowHref={({ number }) => `/cases/${number}`} onOpen={({ number }) => go(`/cases/${number}`)} onPeek={(row) => setPeeked(peeked?.number === row.number ? null : row)} currentKey={peeked?.number ?? null}
              rowTone={(row) => toneOf(row, now())} selected={selected} onSelect={choose} keys onEnd={pages.more}
              acts={<BulkBar chosen={allOf === address ? { filter: bulkFilter(asked) } : { numbers: [...selected] }} onChoose={choose} onChooseAll={every && allOf !== address ? () => setAllOf(address) : null} />}
              empty={<EmptyState title={t.empty.title} action={narrowing > 0 ? <Button onPress={() => change(nothingNarrowed(filter))}>{t.clear}</Button> : FILLED_BY_REGISTERING.has(filter.list) && <LinkButton href={toRegister}>{register.verb}</LinkButton>}>{narrowing > 0 ? t.empty.narrowed : t.empty.lists[filter.list]}</EmptyState>}
            />
          )}
        </div>
        <SidePeek open={peeked !== null} title={peeked?.number ?? ''} onClose={() => setPeeked(null)} action={peeked && <LinkButton href={`/cases/${peeked.number}`}>{register.openIt}</LinkButton>}>
          {peeked && <CasePeek number={peeked.number} />}
        </SidePeek>
      </div>
    </Page>
  )
}
