import { useReply } from '#platform/web/data.ts'
import { ComboBox } from '#platform/web/design/ComboBox.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { Channel } from '../contract.ts'
import { ListCauses } from '../contract-settings.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { among } from './among.ts'
import { causeOptions } from './cause-options.ts'
import type { Registration } from './registration.ts'
import { useRegisteringBranches } from './use-registering-branches.ts'

/** By which door it came, in which branch it happened, and what it is put down to. */
export function WhereSection({ registration: r, set, error }: { registration: Registration; set: (some: Partial<Registration>) => void; error: Error | null }) {
  const { register: t } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const { language } = useReader()
  const { data: causes } = useReply(ListCauses, {}, { staleTime: 300_000 })
  const branches = useRegisteringBranches()
  return (
    <FormRow>
      {branches.length > 1 && <Select label={t.branch} name="branchId" value={r.branchId} onChange={(branchId) => set({ branchId, branchByHand: branchId !== '' })} none={t.branchChoose} hint={r.customer?.branchId && r.branchId === r.customer.branchId && !r.branchByHand ? t.branchOfCustomer : undefined} options={branches.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf(error, 'branchId')} />}
      <Select label={t.channel} name="channel" value={r.channel} onChange={(channel) => set({ channel: oneOf(Channel.options, channel) ?? r.channel })} options={Channel.options.filter((one) => one !== 'api').map((value) => ({ value, label: words.channels[value] }))} optional />
      <ComboBox label={t.cause} name="causeId" value={r.cause} onChange={(cause) => set({ cause })} search={among(causeOptions(causes?.items ?? [], r.kind, language))} minLength={0} placeholder={t.causeNone} optional error={errorOf(error, 'causeId')} />
    </FormRow>
  )
}
