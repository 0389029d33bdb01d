import './CaseSettings.css'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { AddProduct, ChangeProduct, ListProducts, type Product as ProductShape } from '../../contract-settings.ts'
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
    { id: 'state', head: t.state, width: '130px', cell: ({ active }) => !active && <StateMark shape="cancelled" tone="soft">{t.out}</StateMark> },
  ]
  const shown = data?.items.find(({ id }) => id === open)
  return (
    <Page title={t.productsScreen.title} flush eyebrow={<Link href="/settings">{t.back}</Link>}
      primary={<Button weight="primary" disabledReason={locked} onPress={() => { change({ product: undefined }); setAdding(true) }}>{t.productsScreen.add}</Button>}>
      <search className="CaseSettings-search">
        <TextField label={t.productsScreen.find} labelUnseen type="search" placeholder={t.productsScreen.find} value={find} onChange={(text) => change({ find: text || undefined })} optional />
      </search>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? (
        <Table label={t.productsScreen.title} rows={data.items} columns={columns} rowKey={({ id }) => id} rowName={named} keys onOpen={({ id }) => { setAdding(false); change({ product: id }) }} currentKey={open ?? null} empty={<EmptyState icon="cylinder" title={t.productsScreen.emptyTitle}>{t.productsScreen.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
      <SidePeek open={adding || shown !== undefined} title={shown ? named(shown) : t.productsScreen.addTitle} onClose={() => { setAdding(false); change({ product: undefined }) }}>
        <ProductForm key={shown ? `${shown.id} ${shown.version}` : 'new'} product={shown ?? null} locked={locked} onDone={(id) => { setAdding(false); change({ product: id }) }} />
      </SidePeek>
    </Page>
  )
}

function ProductForm({ product, locked, onDone }: { product: Product | null; locked: string | null; onDone: (id: string) => void }) {
  const { t, errorsOf } = useSettingsWords()
  const add = useVerb(AddProduct, { rereads: [ListProducts] })
  const edit = useVerb(ChangeProduct, { rereads: [ListProducts] })
  const { id = '', version = 0, ...facts } = product ?? { code: '', name: '', nameEn: '', family: '', active: true }
  const [asked, setAsked] = useState(facts)
  const error = product ? edit.error : add.error
  const field = (name: 'code' | 'name' | 'nameEn' | 'family') => ({ name, value: asked[name], onChange: (value: string) => setAsked({ ...asked, [name]: value }), error: errorOf(error, name), disabled: locked !== null })
  function send() {
    if (product) edit.mutate({ params: { productId: id }, body: asked, ifMatch: version }, { onSuccess: () => showToast({ text: t.saved }) })
    else add.mutate({ body: asked }, { onSuccess: (added) => onDone(added.id) })
  }
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={errorsOf(error)} />
      <TextField label={t.name} {...field('name')} autoFocus={!product} />
      <TextField label={t.nameEn} {...field('nameEn')} optional />
      <TextField label={t.code} {...field('code')} />
      <TextField label={t.productsScreen.family} {...field('family')} optional />
      {product && <Checkbox label={t.active} hint={t.productsScreen.activeHint} checked={asked.active} onChange={(active) => setAsked({ ...asked, active })} disabled={locked !== null} />}
      <div><Button type="submit" weight={product ? 'plain' : 'primary'} kbd="$mod+Enter" disabledReason={locked} pending={add.isPending || edit.isPending}>{product ? t.save : t.add}</Button></div>
    </form>
  )
}
