import { useEffect, useState } from 'react'
import { ListAreas } from '#modules/people/contract-places.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { MarkRequired } from '#platform/web/design/Field.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { Channel, Kind, Severity, Status } from '../contract.ts'
import { ListViews, SaveView } from '../contract-lists.ts'
import { ListCauses } from '../contract-settings.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { narrowingOf, nothingNarrowed, type ShownFilter } from './use-case-filter.ts'

const NONE = 'none'
type Props = { filter: ShownFilter; change: (some: Partial<Record<keyof ShownFilter, string | undefined>>) => void }

/** Words to find, and what narrows a list; folded away until somebody wants it. */
export function CaseFilters({ filter, change }: Props) {
  const { list: t } = useWords({ es, en })
  const count = narrowingOf(filter).filter((name) => name !== 'find').length
  const [open, setOpen] = useState(count > 0)
  return (
    <search className="Cases-filters">
      <div className="Cases-find">
        <FindField value={filter.find ?? ''} onChange={(find) => change({ find: find || undefined })} />
        <Button kbd="f" expanded={open} onPress={() => setOpen(!open)}>{count > 0 ? `${t.filters} · ${count}` : t.filters}</Button>
        <Select label={t.columns.due} labelUnseen value={filter.sort ?? 'due'} onChange={(sort) => change({ sort: sort === 'due' ? undefined : sort })} options={[{ value: 'due', label: t.due }, { value: 'newest', label: t.newest }]} />
      </div>
      {open && <Narrowing filter={filter} change={change} count={count} />}
    </search>
  )
}

/** Typing never waits for the list: what is typed goes into the address when one pauses. */
function FindField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { list: t } = useWords({ es, en })
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), 250)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return <TextField label={t.find} labelUnseen type="search" placeholder={t.find} value={typed} onChange={setTyped} />
}

function Narrowing({ filter, change, count }: Props & { count: number }) {
  const { list: t, sheet, board } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const { language } = useReader()
  const { data: areas } = useReply(ListAreas, {}, { staleTime: 300_000 })
  const { data: causes } = useReply(ListCauses, {}, { staleTime: 300_000 })
  const [saving, setSaving] = useState(false)
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'en' && nameEn ? nameEn : name)
  const one = (name: keyof ShownFilter, label: string, options: { value: string; label: string }[]) => (
    <Select label={label} value={filter[name] ?? ''} onChange={(value) => change({ [name]: value || undefined })} none={t.any} options={options} optional />
  )
  const without = filter.without?.split(',') ?? []
  const oneOrNone = (name: 'areaId' | 'causeId', part: 'area' | 'cause', label: string, noneLabel: string, options: { value: string; label: string }[]) => (
    <Select label={label} value={without.includes(part) ? NONE : (filter[name] ?? '')} none={t.any} options={[{ value: NONE, label: noneLabel }, ...options]} optional
      onChange={(value) => {
        const rest = without.filter((other) => other !== part)
        change(value === NONE ? { [name]: undefined, without: [...rest, part].join(',') } : { [name]: value || undefined, without: rest.join(',') || undefined })
      }} />
  )
  return (
    <>
      <MarkRequired>
        <FormRow>
          {one('kind', t.columns.kind, Kind.options.map((value) => ({ value, label: words.kinds[value] })))}
          {one('status', t.columns.status, Status.options.map((value) => ({ value, label: words.statuses[value] })))}
          {one('severity', sheet.severity, Severity.options.map((value) => ({ value, label: words.severities[value] })))}
          {oneOrNone('areaId', 'area', t.columns.area, board.noArea, (areas?.items ?? []).map((area) => ({ value: area.id, label: named(area) })))}
          {oneOrNone('causeId', 'cause', sheet.cause, board.noCause, (causes?.items ?? []).map((cause) => ({ value: cause.id, label: named(cause) })))}
          {one('channel', words.facts.channel, Channel.options.map((value) => ({ value, label: words.channels[value] })))}
        </FormRow>
        <FormRow>
          <DateField label={`${t.columns.received}, ${t.from}`} value={filter.receivedFrom ?? null} onChange={(day) => change({ receivedFrom: day ?? undefined })} optional />
          <DateField label={`${t.columns.received}, ${t.until}`} value={filter.receivedTo ?? null} onChange={(day) => change({ receivedTo: day ?? undefined })} optional />
          <DateField label={`${t.columns.due}, ${t.from}`} value={filter.dueFrom ?? null} onChange={(day) => change({ dueFrom: day ?? undefined })} optional />
          <DateField label={`${t.columns.due}, ${t.until}`} value={filter.dueTo ?? null} onChange={(day) => change({ dueTo: day ?? undefined })} optional />
        </FormRow>
        <p className="Cases-acts">
          {count > 0 && <Button small onPress={() => change(nothingNarrowed(filter))}>{t.clear}</Button>}
          <Button small onPress={() => setSaving(true)}>{t.save}</Button>
        </p>
      </MarkRequired>
      <SaveDialog open={saving} onClose={() => setSaving(false)} filter={filter} />
    </>
  )
}

function SaveDialog({ open, onClose, filter }: { open: boolean; onClose: () => void; filter: ShownFilter }) {
  const { list: t } = useWords({ es, en })
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useVerb(SaveView, { rereads: [ListViews] })
  const send = () => save.mutateAsync({ body: { name, shared, filter: filter as never } }).then(onClose, () => {})
  return (
    <Dialog open={open} onClose={onClose} title={t.save} primary={<Button weight="primary" onPress={send}>{t.save}</Button>}>
      <form className="Cases-save" noValidate onSubmit={(event) => { event.preventDefault(); void send() }}>
        <TextField label={t.viewName} name="name" value={name} onChange={setName} error={errorOf(save.error, 'name') ?? save.error?.message ?? null} autoFocus />
        <Checkbox label={t.team} checked={shared} onChange={setShared} />
      </form>
    </Dialog>
  )
}
