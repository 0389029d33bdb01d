import { useId, useState } from 'react'
import type { AskedOf } from '#kernel/endpoint.ts'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useMayAt } from '#modules/people/web/use-may-at.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { CountViews, ListViews, SaveView } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

/** Which cases, in which order, and what is shown of each. */
type ViewFilter = NonNullable<AskedOf<typeof SaveView>['body']>['filter']

const EVERYBODY = 'everybody'

/** What the list shows now, under a name: for oneself, for a branch of one's own or for everybody. */
export function SaveViewDialog({ view, onClose }: { view: ViewFilter; onClose: () => void }) {
  const { list: t } = useWords({ es, en })
  const { views } = useWords({ es: listsEs, en: listsEn })
  const form = useId()
  const [name, setName] = useState('')
  const [seenBy, setSeenBy] = useState('')
  const seesAt = useMayAt('cases.read')
  const own = useReply(ListBranches, {}, { staleTime: 60_000 }).data?.items.filter(({ id, active }) => active && seesAt(id)) ?? []
  const save = useVerb(SaveView, { rereads: [ListViews, CountViews] })
  const send = () => save.mutate({ body: { name, shared: seenBy !== '', branchId: seenBy === '' || seenBy === EVERYBODY ? null : seenBy, filter: view } }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={t.save} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" pending={save.isPending}>{t.save}</Button>}>
      <form id={form} className="Cases-save" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        <TextField label={t.viewName} name="name" value={name} onChange={setName} error={errorOf(save.error, 'name') ?? save.error?.message ?? null} maxLength={80} autoFocus />
        <Select label={views.seenBy} value={seenBy} onChange={setSeenBy} none={views.onlyMe} options={[{ value: EVERYBODY, label: views.everybody }, ...own.map((branch) => ({ value: branch.id, label: views.ofBranch(branch.name) }))]} />
      </form>
    </Dialog>
  )
}
