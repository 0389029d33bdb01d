import { useState } from 'react'
import { foldText as fold } from '#kernel/plain-text.ts'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useReply } from '#platform/web/data.ts'
import { ComboBox } from '#platform/web/design/ComboBox.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { RouteCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { useCaseWords } from './use-case-words.ts'
import { useAreas } from './use-names.ts'

/** Sends a case to the area that answers for it, perhaps of another branch. */
export function RouteDialog({ sheet, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  const areas = useAreas()
  const { data: branches } = useReply(ListBranches, {}, { staleTime: 60_000 })
  const [area, setArea] = useState<ReturnType<typeof useAreas>[number] | null>(null)
  const [branchId, setBranchId] = useState('')
  const [reason, setReason] = useState('')
  const { number } = sheet
  const others = (branches?.items ?? []).filter(({ id, active }) => active && id !== sheet.branch.id).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ActDialog endpoint={RouteCase} title={t.title.route(number)} verb={t.route} told={t.told.route(number)} notYet={area ? null : t.chooseArea} onClose={onClose} asked={() => ({ params: { number }, body: { areaId: area?.id ?? '', reason, ...(branchId && { branchId }) } })}>
      {(error) => (
        <>
          <ComboBox label={t.area} name="areaId" value={area} onChange={setArea} minLength={0} autoFocus error={errorOf(error, 'areaId')} search={(text) => areas.filter(({ label, detail }) => fold(`${label} ${detail}`).includes(fold(text)))} />
          {others.length > 0 && <Select label={t.toBranch} name="branchId" value={branchId} onChange={setBranchId} none={t.sameBranch} options={others} error={errorOf(error, 'branchId')} optional />}
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={3} error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
