import { useReply } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { ListAreas, ListBranches, ListSuppliers } from '../contract-places.ts'
import { ROLES, type Role } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { refuseGranting, refusePlace } from '../rules/granting.ts'
import { isExternal, permissionsOf } from '../rules/roles.ts'
import { useMe } from './use-me.ts'

export type GrantDraft = { role: Role; branchId: string | null; areaId: string | null; supplierId: string | null; substitute: boolean; fromOn?: string; untilOn: string | null }
export const NEW_GRANT: GrantDraft = { role: 'agent', branchId: null, areaId: null, supplierId: null, substitute: false, untilOn: null }

/** A role, where, and until when; only the places that the role takes are asked for. */
export function GrantFields({ grant, onChange, error, under = '', dated = true }: { grant: GrantDraft; onChange: (grant: GrantDraft) => void; error: unknown; under?: string; dated?: boolean }) {
  const { staff, roles } = useWords({ es, en })
  const { language } = useReader()
  const me = useMe()
  const branches = useReply(ListBranches).data?.items ?? []
  const areas = useReply(ListAreas).data?.items ?? []
  const suppliers = useReply(ListSuppliers).data?.items ?? []
  // Whoever is bound to one supplier gives their roles there and nowhere else.
  const own = (me?.grants ?? []).map((held) => ({ ...held, permissions: permissionsOf(held.role) }))
  const givable = ROLES.filter((role) => {
    const places = isExternal(role) ? suppliers.map(({ id }) => id) : [null]
    return places.some((supplierId) => !refuseGranting({ kind: 'person', grants: own }, { role, branchId: null, areaId: null, supplierId }))
  })
  const to = (some: Partial<GrantDraft>) => onChange({ ...grant, ...some })
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return (
    <>
      <Select label={staff.role} name={`${under}role`} value={grant.role} onChange={(role) => onChange({ ...NEW_GRANT, role: role as Role, untilOn: grant.untilOn })}
        options={givable.map((role) => ({ value: role, label: roles[role] }))} error={errorOf(error, `${under}role`)} />
      {grant.role !== 'admin' && (
        <Select label={staff.branch} name={`${under}branchId`} value={grant.branchId ?? ''} onChange={(id) => to({ branchId: id || null })}
          none={grant.role === 'branch-responsible' ? '' : staff.wholeCompany} options={branches.filter(({ active }) => active).map(option)} error={errorOf(error, `${under}branchId`)} />
      )}
      {grant.role === 'area-responder' && (
        <Select label={staff.area} name={`${under}areaId`} value={grant.areaId ?? ''} onChange={(id) => to({ areaId: id || null })} none=""
          options={areas.filter(({ active }) => active).map((area) => ({ value: area.id, label: language === 'en' ? area.nameEn : area.name }))} error={errorOf(error, `${under}areaId`)} />
      )}
      {isExternal(grant.role) && (
        <Select label={staff.supplier} name={`${under}supplierId`} value={grant.supplierId ?? ''} onChange={(id) => to({ supplierId: id || null })} none=""
          options={suppliers.filter(({ active }) => active).map(option)} error={errorOf(error, `${under}supplierId`)} />
      )}
      {dated && grant.role === 'branch-responsible' && <Checkbox label={staff.substitute} checked={grant.substitute} onChange={(substitute) => to({ substitute })} />}
      {dated && <FormRow>
        <DateField label={staff.fromOn} name={`${under}fromOn`} value={grant.fromOn ?? null} onChange={(day) => to({ fromOn: day ?? undefined })} optional />
        <DateField label={staff.untilOn} name={`${under}untilOn`} value={grant.untilOn} onChange={(untilOn) => to({ untilOn })} optional />
      </FormRow>}
    </>
  )
}

/** Why this grant cannot be given as it stands, as a sentence's code: what the server would answer. */
export const refuseDraft = (grant: GrantDraft) => refusePlace(grant)
