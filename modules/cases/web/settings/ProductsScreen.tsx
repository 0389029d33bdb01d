import './CaseSettings.css'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Facts, Page, type Fact } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { AddProduct, ListProducts, type Product as ProductShape } from '../../contract-settings.ts'
import { useSettingsWords } from './use-settings-words.ts'

type Product = z.infer<typeof ProductShape>

/** What cases are about. */
export function ProductsScreen() {
  const { t, locked, named } = useSettingsWords()
  const [{ find = '', product: open }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const asked = useDeferredValue(find)
  const { data, error, refetch } = useReply(ListProducts, { query: { ...(asked && { find: asked }) } })
  const columns: Column<Product>[] = [
    { id: 'name', head: t.called, cell: named },
    { id: 'code', head: t.code, cell: ({ code }) => <code>{code}</code>, width: '160px' },
    { id: 'family', head: t.productsScreen.family, cell: ({ family }) => family, hideBelow: 'narrow' },
  ]
  const shown = data?.items.find(({ id }) => id === open)
  const factsOf = ({ code, name, nameEn, family }: Product): Fact[] =>
    [{ name: t.name, value: name }, { name: t.nameEn, value: nameEn }, { name: t.code, value: code }, { name: t.productsScreen.family, value: family }].filter(({ value }) => value !== '')
  return (
    <Page title={t.productsScreen.title} flush eyebrow={<Link href="/settings">{t.back}</Link>}
      primary={<Button weight="primary" disabledReason={locked} onPress={() => setAdding(true)}>{t.productsScreen.add}</Button>}>
      <search className="CaseSettings-search">
        <TextField label={t.productsScreen.find} labelUnseen type="search" placeholder={t.productsScreen.find} value={find} onChange={(text) => change({ find: text || undefined })} optional />
      </search>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? (
        <Table label={t.productsScreen.title} rows={data.items} columns={columns} rowKey={({ id }) => id} rowName={named} keys onOpen={({ id }) => change({ product: id })} currentKey={open ?? null} empty={<EmptyState icon="cylinder" title={t.productsScreen.emptyTitle}>{t.productsScreen.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
      <SidePeek open={adding || shown !== undefined} title={adding || !shown ? t.productsScreen.addTitle : named(shown)} onClose={() => { setAdding(false); change({ product: undefined }) }}>
        {adding || !shown ? <NewProduct onDone={() => setAdding(false)} /> : <Facts facts={factsOf(shown)} />}
      </SidePeek>
    </Page>
  )
}

function NewProduct({ onDone }: { onDone: () => void }) {
  const { t, errorsOf } = useSettingsWords()
  const add = useVerb(AddProduct, { rereads: [ListProducts] })
  const [asked, setAsked] = useState({ code: '', name: '', nameEn: '', family: '' })
  const field = (name: keyof typeof asked) => ({ name, value: asked[name], onChange: (value: string) => setAsked({ ...asked, [name]: value }), error: errorOf(add.error, name) })
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); add.mutate({ body: asked }, { onSuccess: onDone }) }}>
      <FormErrors errors={errorsOf(add.error)} />
      <TextField label={t.name} {...field('name')} autoFocus />
      <TextField label={t.nameEn} {...field('nameEn')} optional />
      <TextField label={t.code} {...field('code')} />
      <TextField label={t.productsScreen.family} {...field('family')} optional />
      <div><Button type="submit" weight="primary" kbd="$mod+Enter" pending={add.isPending}>{t.add}</Button></div>
    </form>
  )
}
