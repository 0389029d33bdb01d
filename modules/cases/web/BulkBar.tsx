import { useState } from 'react'
import type { AskedOf, ReplyOf } from '#kernel/endpoint.ts'
import { ListAreas } from '#modules/people/contract-places.ts'
import { ListStaff } from '#modules/people/contract-staff.ts'
import { call, useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { ActInBulk, CountCases, ListCases, UndoBulk } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

type Act = NonNullable<AskedOf<typeof ActInBulk>['body']>['act']
type Results = ReplyOf<typeof ActInBulk>
type Verb = 'assign' | 'route' | 'note'

/** The same on many: see what would change, do it, a result each, and a way back. */
export function BulkBar({ numbers, onDone }: { numbers: string[]; onDone: () => void }) {
  const { list: t } = useWords({ es, en })
  const [open, setOpen] = useState(false)
  return (
    <div className="Cases-bulk" role="toolbar" aria-label={t.bulk}>
      <span>{t.selected(numbers.length)}</span>
      <Button small weight="primary" onPress={() => setOpen(true)}>{t.bulk}</Button>
      {open && <BulkDialog numbers={numbers} onClose={() => setOpen(false)} onDone={onDone} />}
    </div>
  )
}

function BulkDialog({ numbers, onClose, onDone }: { numbers: string[]; onClose: () => void; onDone: () => void }) {
  const { list: t, away } = useWords({ es, en })
  const [verb, setVerb] = useState<Verb>('assign')
  const [owner, setOwner] = useState<ComboOption | null>(null)
  const [areaId, setAreaId] = useState('')
  const [reason, setReason] = useState('')
  const [results, setResults] = useState<Results | null>(null)
  const bulk = useVerb(ActInBulk, { rereads: [ListCases, CountCases] })
  const undo = useVerb(UndoBulk, { rereads: [ListCases, CountCases] })
  const act: Act = verb === 'assign' ? { verb, ownerId: owner?.id ?? null, reason } : verb === 'route' ? { verb, areaId, reason } : { verb, body: reason }
  const run = (preview: boolean) => bulk.mutateAsync({ body: { numbers, preview, act } }).then((reply) => {
    setResults(reply)
    if (preview) return
    showToast({ text: `${t.bulkDone}: ${reply.results.filter(({ outcome }) => outcome === 'done').length}`, ...(reply.undo && { undo: () => undo.mutateAsync({ params: { undo: reply.undo! } }) }) })
    onDone()
    onClose()
  }, () => {})
  const would = results?.results.filter(({ outcome }) => outcome === 'would').length ?? 0
  return (
    <Dialog open onClose={onClose} title={t.selected(numbers.length)} size="large" primary={results ? <Button weight="primary" onPress={() => run(false)} disabledReason={would === 0 ? t.bulkRefused : null}>{t.bulkRun(would)}</Button> : <Button weight="primary" onPress={() => run(true)}>{t.bulkPreview}</Button>}>
      <FormErrors errors={formErrors(bulk.error).map((one) => ({ ...one, message: one.message || away }))} />
      <BulkFields verb={verb} setVerb={(next) => { setVerb(next); setResults(null) }} owner={owner} setOwner={setOwner} areaId={areaId} setAreaId={setAreaId} reason={reason} setReason={setReason} />
      {results && <BulkResults results={results} />}
    </Dialog>
  )
}

type Fields = { verb: Verb; setVerb: (verb: Verb) => void; owner: ComboOption | null; setOwner: (owner: ComboOption | null) => void; areaId: string; setAreaId: (id: string) => void; reason: string; setReason: (reason: string) => void }

function BulkFields({ verb, setVerb, owner, setOwner, areaId, setAreaId, reason, setReason }: Fields) {
  const { list: t, sheet } = useWords({ es, en })
  const { language } = useReader()
  const { data: areas } = useReply(ListAreas, {}, { staleTime: 300_000 })
  const findStaff = async (text: string, signal: AbortSignal) => {
    const { items } = await call(ListStaff, { query: { text, state: 'active', limit: 10 }, signal })
    return items.map(({ id, name, post }) => ({ id, label: name, detail: post }))
  }
  return (
    <>
      <Select label={t.bulk} value={verb} onChange={(next) => setVerb(next as Verb)} options={(['assign', 'route', 'note'] as const).map((value) => ({ value, label: t.acts[value] }))} />
      {verb === 'assign' && <ComboBox label={sheet.owner} name="act.ownerId" value={owner} onChange={setOwner} search={findStaff} optional />}
      {verb === 'route' && <Select label={sheet.area} name="act.areaId" value={areaId} onChange={setAreaId} none="—" options={(areas?.items ?? []).map(({ id, name, nameEn }) => ({ value: id, label: language === 'en' ? nameEn : name }))} />}
      <TextArea label={verb === 'note' ? sheet.note : sheet.reason} name={verb === 'note' ? 'act.body' : 'act.reason'} value={reason} onChange={setReason} rows={2} />
    </>
  )
}

function BulkResults({ results: { results } }: { results: Results }) {
  const { list: t } = useWords({ es, en })
  const said = { would: t.bulkWould, done: t.bulkDone, refused: t.bulkRefused }
  return (
    <Table
      label={t.bulkPreview} rows={results} rowKey={({ number }) => number} rowName={({ number }) => number} rowTone={({ outcome }) => (outcome === 'refused' ? 'near' : undefined)}
      columns={[
        { id: 'number', head: t.columns.number, cell: ({ number }) => number, width: '172px' },
        { id: 'outcome', head: t.columns.status, cell: ({ outcome }) => said[outcome], width: '120px' },
        { id: 'change', head: t.columns.title, cell: ({ change, why }) => why ?? change },
      ]}
    />
  )
}
