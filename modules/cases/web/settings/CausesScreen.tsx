import './CaseSettings.css'
import { useState } from 'react'
import type { z } from 'zod'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
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
import { AddCause, ChangeCause, ListCauses, ListGaps, type Cause as CauseShape } from '../../contract-settings.ts'
import { useAreas } from '../use-names.ts'
import { PickSet } from './PickMany.tsx'
import { useSettingsWords } from './use-settings-words.ts'

type Cause = z.infer<typeof CauseShape>
type Branch = Cause & { depth: number }

/** The tree by which cases are classified: a cause under what it is a kind of. */
export function CausesScreen() {
  const { t, words, locked, named } = useSettingsWords()
  const formats = useFormats()
  const areas = useAreas()
  const [{ cause: open }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useReply(ListCauses)
  const tree = data && treeOf(data.items)
  const shown = tree?.find(({ id }) => id === open)
  const close = () => { setAdding(false); change({ cause: undefined }) }
  const columns: Column<Branch>[] = [
    { id: 'name', head: t.called, cell: (cause) => <span className="CauseName" data-top={cause.depth === 0 || undefined} style={{ ['--depth' as string]: cause.depth }}>{named(cause)}</span>, width: '38%' },
    { id: 'code', head: t.code, cell: ({ code }) => <code>{code}</code>, width: '150px', hideBelow: 'narrow' },
    { id: 'area', head: t.area, cell: ({ areaId }) => areas.find(({ id }) => id === areaId)?.label ?? '', hideBelow: 'medium' },
    { id: 'kinds', head: t.kinds, cell: ({ kinds }) => (kinds.length > 0 ? formats.list(kinds.map((kind) => words.kinds[kind])) : <span className="soft">{t.all}</span>), hideBelow: 'wide' },
    { id: 'state', head: t.state, width: '170px', cell: (cause) => !cause.active ? <StateMark shape="cancelled" tone="soft">{t.out}</StateMark> : cause.procedureUndefined && <StateMark shape="near" tone="near">{t.causesScreen.gapMark}</StateMark> },
  ]
  return (
    <Page title={t.causesScreen.title} flush eyebrow={<Link href="/settings">{t.back}</Link>} facts={<span className="soft">{t.causesScreen.keptNote}</span>}
      primary={<Button weight="primary" disabledReason={locked} onPress={() => { change({ cause: undefined }); setAdding(true) }}>{t.causesScreen.add}</Button>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {tree ? (
        <Table label={t.causesScreen.title} rows={tree} columns={columns} rowKey={({ id }) => id} rowName={named} currentKey={open ?? null} keys
          onOpen={({ id }) => { setAdding(false); change({ cause: id }) }} onPeek={({ id }) => change({ cause: id })} empty={<EmptyState title={t.causesScreen.emptyTitle}>{t.causesScreen.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
      <SidePeek open={adding || shown !== undefined} title={shown ? t.causesScreen.edit(named(shown)) : t.causesScreen.addTitle} onClose={close}>
        {tree && <CauseForm key={shown ? `${shown.id} ${shown.version}` : 'new'} cause={shown ?? null} tree={tree} locked={locked} onDone={(id) => { setAdding(false); change({ cause: id }) }} />}
      </SidePeek>
    </Page>
  )
}

/** Every cause after the one it belongs to, with how deep it lies. */
function treeOf(causes: readonly Cause[]): Branch[] {
  const under = Map.groupBy(causes, ({ parentId }) => parentId)
  const walk = (parentId: string | null, depth: number): Branch[] =>
    (under.get(parentId) ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1)).flatMap((cause) => [{ ...cause, depth }, ...walk(cause.id, depth + 1)])
  return walk(null, 0)
}

const NEW = { code: '', parentId: null as string | null, name: '', nameEn: '', kinds: [] as Kind[], areaId: null as string | null, severity: 'normal' as Severity, serialRequired: false, procedureUndefined: false, active: true }

function CauseForm({ cause, tree, locked, onDone }: { cause: Branch | null; tree: readonly Branch[]; locked: string | null; onDone: (id: string) => void }) {
  const { t, words, named, errorsOf } = useSettingsWords()
  const areas = useAreas()
  const rereads = [ListCauses, ListGaps]
  const add = useVerb(AddCause, { rereads })
  const edit = useVerb(ChangeCause, { rereads })
  const [asked, setAsked] = useState(() => {
    if (!cause) return NEW
    const { id: _id, version: _version, depth: _depth, ...facts } = cause
    return facts
  })
  const set = (some: Partial<typeof NEW>) => setAsked({ ...asked, ...some })
  const error = cause ? edit.error : add.error
  function send() {
    if (cause) edit.mutate({ params: { causeId: cause.id }, body: asked, ifMatch: cause.version }, { onSuccess: () => showToast({ text: t.saved }) })
    else add.mutate({ body: asked }, { onSuccess: ({ id }) => onDone(id) })
  }
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={errorsOf(error)} />
      <TextField label={t.name} name="name" value={asked.name} onChange={(name) => set({ name })} error={errorOf(error, 'name')} autoFocus={!cause} />
      <TextField label={t.nameEn} name="nameEn" value={asked.nameEn} onChange={(nameEn) => set({ nameEn })} optional />
      <TextField label={t.code} name="code" value={asked.code} onChange={(code) => set({ code: code.toUpperCase() })} maxLength={30} error={errorOf(error, 'code')} />
      <Select label={t.causesScreen.parent} name="parentId" value={asked.parentId ?? ''} none={t.causesScreen.top} onChange={(id) => set({ parentId: id || null })} error={errorOf(error, 'parentId')}
        options={tree.filter(({ id }) => id !== cause?.id).map((one) => ({ value: one.id, label: `${'\u2003'.repeat(one.depth)}${named(one)}` }))} />
      <Select label={t.area} name="areaId" value={asked.areaId ?? ''} none={t.causesScreen.noArea} onChange={(id) => set({ areaId: id || null })} options={areas.map(({ id, label }) => ({ value: id, label }))} optional />
      <Select label={t.severity} name="severity" value={asked.severity} onChange={(severity) => set({ severity: severity as Severity })} options={Severity.options.map((value) => ({ value, label: words.severities[value] }))} />
      <PickSet label={t.kinds} hint={t.causesScreen.kindsHint} options={Kind.options.map((id) => ({ id, label: words.kinds[id] }))} picked={asked.kinds} onChange={(kinds) => set({ kinds })} />
      <Checkbox label={t.causesScreen.serial} checked={asked.serialRequired} onChange={(serialRequired) => set({ serialRequired })} />
      <Checkbox label={t.causesScreen.gap} hint={t.causesScreen.gapHint} checked={asked.procedureUndefined} onChange={(procedureUndefined) => set({ procedureUndefined })} />
      {cause && <Checkbox label={t.active} checked={asked.active} onChange={(active) => set({ active })} />}
      <div><Button type="submit" weight={cause ? 'plain' : 'primary'} kbd="$mod+Enter" disabledReason={locked} pending={add.isPending || edit.isPending}>{cause ? t.save : t.add}</Button></div>
    </form>
  )
}
