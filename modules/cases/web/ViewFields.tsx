import { ListBranches } from '#modules/people/contract-places.ts'
import { useMe } from '#modules/people/web/use-me.ts'
import { useReply, type ProblemError } from '#platform/web/data.ts'
import type { FormError } from '#platform/web/design/FormErrors.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import type { View } from './saved-view.ts'

const EVERYBODY = 'everybody'

export type Named = Pick<View, 'name' | 'shared' | 'branchId'>
export const namedAs = ({ name, shared, branchId }: Named): Named => ({ name, shared, branchId })

/** How a view is called, and who sees it: one shows to those whose cases one sees. */
export function ViewFields({ named: { name, shared, branchId }, set, error }: { named: Named; set: (named: Named) => void; error: ProblemError | null }) {
  const { list: t } = useWords({ es, en })
  const { views: v } = useWords({ es: listsEs, en: listsEn })
  const places = useMe()?.places
  const seenBy = !shared ? '' : (branchId ?? EVERYBODY)
  const branches = useReply(ListBranches, {}, { staleTime: 60_000 }).data?.items ?? []
  const own = branches.filter(({ id, active }) => id === branchId || (active && (places?.all || places?.branchIds.includes(id))))
  const whom = [...(places?.all || seenBy === EVERYBODY ? [{ value: EVERYBODY, label: v.everybody }] : []), ...own.map((branch) => ({ value: branch.id, label: v.ofBranch(branch.name) }))]
  return (
    <>
      <TextField label={t.viewName} name="name" value={name} onChange={(next) => set({ name: next, shared, branchId })} error={errorOf(error, 'name')} maxLength={80} autoFocus />
      {whom.length > 0 && <Select label={v.seenBy} name="branchId" value={seenBy} onChange={(next) => set({ name, shared: next !== '', branchId: next === '' || next === EVERYBODY ? null : next })} none={v.onlyMe} options={whom} error={errorOf(error, 'branchId')} />}
    </>
  )
}

/** What a rule says no to, which stands beside no field. */
export const ruleErrors = (error: ProblemError | null, away: string): FormError[] => formErrors(error).filter(({ field }) => field === null).map((one) => ({ ...one, message: one.message || away }))
