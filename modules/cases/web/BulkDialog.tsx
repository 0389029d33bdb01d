import { useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { en as designEn } from '#platform/web/en.ts'
import { es as designEs } from '#platform/web/es.ts'
import { formErrors } from '#platform/web/problem-errors.ts'
import type { PluralForms } from '#platform/web/formats.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ActInBulk, CountCases, CountViews, ListCases, UndoBulk } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { bulkAct, EMPTY_BULK } from './bulk-act.ts'
import type { Chosen } from './BulkBar.tsx'
import { BulkFields } from './BulkFields.tsx'
import { BulkResults } from './BulkResults.tsx'
import { useAreas } from './use-names.ts'

type Results = ReplyOf<typeof ActInBulk>
const REREADS = { rereads: [ListCases, CountCases, CountViews] }
const countOf = ({ results }: Results, what: 'would' | 'done' | 'refused') => results.filter(({ outcome }) => outcome === what).length

/** The same on many: see what would change, do it, a result each, and a way back. Where all went well there is nothing left to read, and it closes. */
export function BulkDialog({ chosen, title, onClose, onDone }: { chosen: Chosen; title: string; onClose: () => void; onDone: () => void }) {
  const { list: t, away } = useWords({ es, en })
  const { bulk: b } = useWords({ es: listsEs, en: listsEn })
  const design = useWords({ es: designEs, en: designEn })
  const formats = useFormats()
  const { timeZone, now } = useReader()
  const [form, setForm] = useState(EMPTY_BULK)
  const [results, setResults] = useState<Results | null>(null)
  const [ran, setRan] = useState(false)
  const areas = useAreas()
  const to = (form.verb === 'assign' ? form.owner?.label : areas.find(({ id }) => id === form.areaId)?.label) ?? ''
  const act = bulkAct(form, { now: now(), today: formats.today(), timeZone })
  const bulk = useVerb(ActInBulk, REREADS)
  const undo = useUndo()

  /** In words what becomes of how many, and of how many it does not. */
  const told = (reply: Results, said: PluralForms, not: (n: string) => string) => {
    const refused = countOf(reply, 'refused')
    const changed = formats.plural(reply.results.length - refused, said).replace('{to}', () => to)
    return refused > 0 ? `${changed}; ${not(formats.number(refused))}` : changed
  }

  async function run(preview: boolean) {
    if (!act) return
    const reply = await bulk.mutateAsync({ body: { ...chosen, preview, act } }).catch(() => null)
    if (!reply) return
    setResults(reply)
    if (preview) return
    setRan(true)
    if (countOf(reply, 'refused') > 0) return
    showToast({ text: told(reply, b.told[form.verb], b.couldNot), ...(reply.undo && { undo: () => undo(reply.undo!) }) })
    onDone()
  }

  const would = results && !ran ? countOf(results, 'would') : 0
  const primary = ran ? undefined : results
    ? <Button weight="primary" onPress={() => run(false)} disabledReason={would === 0 ? t.bulkRefused : null}>{t.bulkRun(would)}</Button>
    : <Button weight="primary" onPress={() => run(true)} disabledReason={act ? null : b.needs[form.verb]}>{t.bulkPreview}</Button>
  return (
    <Dialog open onClose={ran ? onDone : onClose} title={title} size="large" primary={primary}>
      <FormErrors errors={formErrors(bulk.error).map((one) => ({ ...one, message: one.message || away }))} />
      {!ran && <BulkFields form={form} set={(some) => { setForm({ ...form, ...some }); setResults(null) }} error={bulk.error} />}
      {results && (
        <>
          <output>{ran ? told(results, b.told[form.verb], b.couldNot) : told(results, b.preview, b.cannot)}. {results.more && b.most(formats.number(results.matching))}</output>
          {ran && results.undo && <p><Button onPress={() => undo(results.undo!).then(onDone)}>{design.undo}</Button></p>}
          <BulkResults results={results.results} verb={form.verb} />
        </>
      )}
    </Dialog>
  )
}

/** Takes it back and says in how many, and in how many not. */
function useUndo() {
  const { bulk: b } = useWords({ es: listsEs, en: listsEn })
  const formats = useFormats()
  const { mutateAsync } = useVerb(UndoBulk, REREADS)
  return async (undo: string) => {
    const { results } = await mutateAsync({ params: { undo } })
    const kept = results.filter(({ outcome }) => outcome === 'refused').length
    showToast({ text: [formats.plural(results.length - kept, b.undone), kept > 0 && b.undoneNotIn(formats.number(kept))].filter(Boolean).join(' ') })
  }
}
