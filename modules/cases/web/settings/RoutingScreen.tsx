import './CaseSettings.css'
import { useState } from 'react'
import type { z } from 'zod'
import { ListBranches } from '#modules/people/contract-places.ts'
import { ListStaff } from '#modules/people/contract-staff.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { allChosen } from '#platform/web/design/ComboBox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats } from '#platform/web/words.ts'
import { Kind, Severity } from '../../contract.ts'
import { AddRoutingRule, ChangeRoutingRule, ListCauses, ListProducts, ListRoutingRules, type RoutingRule as RuleShape } from '../../contract-settings.ts'
import { useAreas } from '../use-names.ts'
import { PickMany, PickSet } from './PickMany.tsx'
import { useSettingsWords } from './use-settings-words.ts'

type Rule = z.infer<typeof RuleShape>
type Conditions = Rule['conditions']

/** Where each case goes: the first route that fits, from the top down. */
export function RoutingScreen() {
  const { t, locked } = useSettingsWords()
  const names = useRouteNames()
  const [{ rule: open }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useReply(ListRoutingRules)
  const move = useVerb(ChangeRoutingRule, { rereads: [ListRoutingRules] })
  const rows = data?.items
  const shown = rows?.find(({ id }) => id === open)
  /** The two change places; each is its own request, and read again after. */
  async function swap(rule: Rule, other: Rule | undefined) {
    if (!other) return
    const places = rule.position === other.position ? [rule.position, rule.position + (rows!.indexOf(rule) < rows!.indexOf(other) ? -1 : 1)] : [rule.position, other.position]
    await move.mutateAsync({ params: { ruleId: other.id }, body: { position: places[0]! }, ifMatch: other.version })
    await move.mutateAsync({ params: { ruleId: rule.id }, body: { position: places[1]! }, ifMatch: rule.version })
  }
  const columns: Column<Rule>[] = [
    { id: 'name', head: t.called, cell: ({ name, active }) => <>{name}{!active && <> <StateMark shape="cancelled" tone="soft">{t.out}</StateMark></>}</>, width: '26%' },
    { id: 'when', head: t.routing.when, cell: ({ conditions }) => names.when(conditions), hideBelow: 'narrow' },
    { id: 'to', head: t.routing.to, cell: (rule) => [names.area(rule.areaId), names.owner(rule.ownerId)].filter(Boolean).join(', '), width: '26%' },
    {
      id: 'order', head: t.routing.order, width: '96px', cell: (rule) => {
        const at = rows!.indexOf(rule)
        return !locked && (
          <span className="Route-moves">
            {at > 0 && <Button small weight="quiet" label={`${t.routing.up}: ${rule.name}`} onPress={() => swap(rule, rows![at - 1])}>↑</Button>}
            {at < rows!.length - 1 && <Button small weight="quiet" label={`${t.routing.down}: ${rule.name}`} onPress={() => swap(rule, rows![at + 1])}>↓</Button>}
          </span>
        )
      },
    },
  ]
  return (
    <Page title={t.routing.title} flush eyebrow={<Link href="/settings">{t.back}</Link>} facts={<span className="soft">{t.routing.note}</span>}
      primary={<Button weight="primary" disabledReason={locked} onPress={() => { change({ rule: undefined }); setAdding(true) }}>{t.routing.add}</Button>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {rows ? (
        <Table label={t.routing.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} currentKey={open ?? null} keys
          onOpen={({ id }) => { setAdding(false); change({ rule: id }) }} onPeek={({ id }) => change({ rule: id })} empty={<EmptyState icon="swap" title={t.routing.emptyTitle}>{t.routing.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
      <SidePeek open={adding || shown !== undefined} title={shown ? t.routing.edit(shown.name) : t.routing.addTitle} onClose={() => { setAdding(false); change({ rule: undefined }) }}>
        <RouteForm key={shown ? `${shown.id} ${shown.version}` : 'new'} rule={shown ?? null} last={Math.max(0, ...(rows ?? []).map(({ position }) => position))} locked={locked} onDone={(id) => { setAdding(false); change({ rule: id }) }} />
      </SidePeek>
    </Page>
  )
}

/** What a route's conditions and ends are called. */
function useRouteNames() {
  const { t, words, named } = useSettingsWords()
  const formats = useFormats()
  const areas = useAreas()
  const causes = useReply(ListCauses).data?.items ?? []
  const products = useReply(ListProducts).data?.items ?? []
  const branches = useReply(ListBranches).data?.items ?? []
  const staff = useReply(ListStaff, { query: { limit: 200 } }).data?.items ?? []
  const among = (ids: readonly string[] | undefined, all: readonly { id: string; label: string }[]) => ids && ids.length > 0 && formats.either(ids.map((id) => all.find((one) => one.id === id)?.label ?? id))
  const options = {
    causes: causes.map((cause) => ({ id: cause.id, label: named(cause) })), products: products.map((product) => ({ id: product.id, label: named(product) })),
    branches: branches.map(({ id, name }) => ({ id, label: name })), staff: staff.filter(({ state }) => state !== 'disabled').map(({ id, name }) => ({ id, label: name })), areas,
  }
  return {
    options,
    area: (id: string | null) => (id ? areas.find((one) => one.id === id)?.label : undefined),
    owner: (id: string | null) => (id ? staff.find((one) => one.id === id)?.name : undefined),
    when: ({ kinds, severities, causeIds, productIds, branchIds, customerIds }: Conditions) => {
      const parts = [
        kinds && kinds.length > 0 && formats.either(kinds.map((kind) => words.kinds[kind])), severities && severities.length > 0 && formats.either(severities.map((one) => words.severities[one])),
        among(causeIds, options.causes), among(productIds, options.products), among(branchIds, options.branches), customerIds && customerIds.length > 0 && `${t.customers}: ${formats.number(customerIds.length)}`,
      ]
      return parts.filter(Boolean).join(' · ') || t.routing.always
    },
  }
}

function RouteForm({ rule, last, locked, onDone }: { rule: Rule | null; last: number; locked: string | null; onDone: (id: string) => void }) {
  const { t, words, errorsOf } = useSettingsWords()
  const { options } = useRouteNames()
  const add = useVerb(AddRoutingRule, { rereads: [ListRoutingRules] })
  const edit = useVerb(ChangeRoutingRule, { rereads: [ListRoutingRules] })
  const [asked, setAsked] = useState<Omit<Rule, 'id' | 'version'>>(() => {
    if (!rule) return { position: last + 1, name: '', areaId: null, ownerId: null, active: true, conditions: {} }
    const { id: _id, version: _version, ...facts } = rule
    return facts
  })
  const set = (some: Partial<typeof asked>) => setAsked({ ...asked, ...some })
  const when = (some: Conditions) => set({ conditions: { ...asked.conditions, ...some } })
  const error = rule ? edit.error : add.error
  const { conditions } = asked
  function send() {
    if (rule) edit.mutate({ params: { ruleId: rule.id }, body: asked, ifMatch: rule.version }, { onSuccess: () => showToast({ text: t.saved }) })
    else add.mutate({ body: asked }, { onSuccess: ({ id }) => onDone(id) })
  }
  const choices = (all: readonly { id: string; label: string }[]) => all.map(({ id, label }) => ({ value: id, label }))
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); if (allChosen(event.currentTarget)) send() }}>
      <FormErrors errors={errorsOf(error)} />
      <TextField label={t.called} name="name" value={asked.name} onChange={(name) => set({ name })} error={errorOf(error, 'name')} autoFocus={!rule} />
      <PickSet label={t.kinds} options={Kind.options.map((id) => ({ id, label: words.kinds[id] }))} picked={conditions.kinds ?? []} onChange={(kinds) => when({ kinds })} />
      <PickSet label={t.severity} options={Severity.options.map((id) => ({ id, label: words.severities[id] }))} picked={conditions.severities ?? []} onChange={(severities) => when({ severities })} />
      <PickMany label={t.causes} options={options.causes} picked={conditions.causeIds ?? []} onChange={(causeIds) => when({ causeIds })} />
      <PickMany label={t.products} options={options.products} picked={conditions.productIds ?? []} onChange={(productIds) => when({ productIds })} />
      <PickMany label={t.branches} options={options.branches} picked={conditions.branchIds ?? []} onChange={(branchIds) => when({ branchIds })} />
      <Select label={t.routing.to} name="areaId" value={asked.areaId ?? ''} none={t.routing.noArea} onChange={(id) => set({ areaId: id || null })} options={choices(options.areas)} error={errorOf(error, 'areaId')} />
      <Select label={t.routing.owner} name="ownerId" value={asked.ownerId ?? ''} none={t.routing.noOwner} onChange={(id) => set({ ownerId: id || null })} options={choices(options.staff)} error={errorOf(error, 'ownerId')} optional />
      {rule && <Checkbox label={t.active} checked={asked.active} onChange={(active) => set({ active })} />}
      <div><Button type="submit" weight={rule ? 'plain' : 'primary'} kbd="$mod+Enter" disabledReason={locked} pending={add.isPending || edit.isPending}>{rule ? t.save : t.add}</Button></div>
    </form>
  )
}
