import { useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { en as designEn } from '#platform/web/en.ts'
import { es as designEs } from '#platform/web/es.ts'
import type { PluralForms } from '#platform/web/formats.ts'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { bulkAct, EMPTY_BULK } from './bulk-act.ts'
import { countOf, numbersOf, type Ahead, type BulkResult, type Done, type Seen, type Undo } from './bulk-pieces.ts'
import { BulkFields } from './BulkFields.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { BulkResults } from './BulkResults.tsx'
import { useBulk, useUndoPieces } from './use-bulk.ts'
import { useAreas } from './use-names.ts'

/** `onDone`: it is over; `left`: those of them on which it was not done. */
type Props = { chosen: Ahead; title: string; onClose: () => void; onDone: (left: readonly string[]) => void }

/** The same on many: see what would change, do it, a result each, and a way back. Where all went well there is nothing left to read, and it closes. */
export function BulkDialog({ chosen, title, onClose, onDone }: Props) {
  const { list: t, away } = useWords({ es, en })
  const { bulk: b } = useWords({ es: listsEs, en: listsEn })
  const design = useWords({ es: designEs, en: designEn })
  const formats = useFormats()
  const { timeZone, now } = useReader()
  const [form, setForm] = useState(EMPTY_BULK)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const areas = useAreas()
  const to = (form.verb === 'assign' ? form.owner?.label : areas.find(({ id }) => id === form.areaId)?.label) ?? ''
  const act = bulkAct(form, { now: now(), today: formats.today(), timeZone })
  const bulk = useBulk()
  const undo = useUndo()
  const left = done ? numbersOf(done.left) : []
  const would = seen ? countOf(seen.results, 'would') : 0
  // A piece whose answer never came may be done: asked again it answers the same, and until then it cannot be taken back.
  const unsure = left.length > 0 && bulk.error !== null && (bulk.error.status === 0 || bulk.error.status >= 500)
  const beyond = (done ?? seen) && left.length === 0 ? seen!.ahead : null

  /** In words what becomes of how many, and of how many it does not. */
  const told = (results: readonly BulkResult[], said: PluralForms, not: (n: string) => string) => {
    const refused = countOf(results, 'refused')
    const changed = formats.plural(results.length - refused, said).replace('{to}', () => to)
    return refused > 0 ? `${changed}; ${not(formats.number(refused))}` : changed
  }
  const toastDone = ({ results, undos }: Done) => showToast({ text: told(results, b.told[form.verb], b.couldNot), ...(undos.length > 0 && { undo: () => undo(undos) }) })

  async function see(from: Ahead) {
    if (!act) return
    // What was done before them is told, and can be taken back, by itself.
    if (done) toastDone(done)
    setDone(null)
    setSeen(null)
    const looked = await bulk.see(act, from)
    if (looked.results.length > 0 || looked.ahead === null) setSeen(looked)
  }

  async function run() {
    if (!seen) return
    const after = await bulk.act(seen, done)
    setDone(after)
    if (after.left.length > 0 || seen.ahead || countOf(after.results, 'refused') > 0) return
    toastDone(after)
    onDone([])
  }

  async function takeBack({ undos }: Done) {
    const of = undos.reduce((sum, { cases }) => sum + cases, 0)
    const tell = (n: number) => bulk.tell({ what: 'undoing', n, of })
    tell(0)
    await undo(undos, tell)
    onDone([])
  }

  const primary = done ? undefined : seen
    ? <Button weight="primary" onPress={run} disabledReason={would === 0 ? t.bulkRefused : null}>{t.bulkRun(would)}</Button>
    : <Button weight="primary" onPress={() => see(chosen)} disabledReason={act ? null : b.needs[form.verb]}>{t.bulkPreview}</Button>
  // What is under way is stopped before it is left, and what was done is told.
  const held = bulk.going && (bulk.going.what === 'undoing' ? b.undoing : bulk.stopAsked ? b.stopping : b.stop)
  const close = () => (held ? bulk.stop() : done ? onDone(left) : onClose())
  return (
    <Dialog open onClose={close} title={title} size="large" primary={primary} held={held}>
      <FormErrors errors={formErrors(bulk.error).map((one) => ({ ...one, message: one.message || away }))} />
      {!done && bulk.going?.what !== 'doing' && <div className="Bulk-fields" inert={bulk.going !== null}><BulkFields form={form} set={(some) => { setForm({ ...form, ...some }); setSeen(null) }} error={bulk.error} /></div>}
      {bulk.going && <BulkProgress going={bulk.going} />}
      {seen && !bulk.going && (
        <>
          <output>
            {done ? told(done.results, b.told[form.verb], b.couldNot) : told(seen.results, b.preview, b.cannot)}. {left.length > 0 && (unsure ? b.unsure : b.left)(formats.number(left.length))} {beyond && (done ? b.othersLeft : b.others(formats.number(seen.results.length)))}
          </output>
          {done && (
            <p className="Cases-acts">
              {left.length > 0 && <Button onPress={run}>{b.goOn(formats.number(left.length))}</Button>}
              {beyond && <Button onPress={() => see(beyond)}>{b.seeOthers}</Button>}
              {done.undos.length > 0 && <Button onPress={() => takeBack(done)} disabledReason={unsure ? b.goOnFirst : null}>{design.undo}</Button>}
            </p>
          )}
          <BulkResults results={(done ?? seen).results} verb={form.verb} />
        </>
      )}
    </Dialog>
  )
}

/** Takes it back and says in how many, in how many not, and what could not be reached. */
function useUndo() {
  const { bulk: b } = useWords({ es: listsEs, en: listsEn })
  const formats = useFormats()
  const takeBack = useUndoPieces()
  return async function undo(undos: readonly Undo[], tell?: (n: number) => void): Promise<void> {
    const { back, kept, left } = await takeBack(undos, tell)
    const unreached = left.reduce((sum, { cases }) => sum + cases, 0)
    showToast({
      text: [(back > 0 || unreached === 0) && formats.plural(back, b.undone), kept > 0 && b.undoneNotIn(formats.number(kept)), unreached > 0 && b.unreached(formats.number(unreached))].filter(Boolean).join(' '),
      ...(unreached > 0 && { tone: 'broken', undo: () => undo(left) }),
    })
  }
}
