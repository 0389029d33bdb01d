import { foldText as fold } from '#kernel/plain-text.ts'
import { useReply } from '#platform/web/data.ts'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { useReader } from '#platform/web/words.ts'
import type { Kind } from '../contract.ts'
import { ListCauses } from '../contract-settings.ts'
import { causeOptions } from './cause-options.ts'
import { useCaseWords } from './use-case-words.ts'

type Props = { label: string; kind: Kind | null; value: ComboOption | null; onChange: (cause: ComboOption | null) => void; error?: string | null; optional?: boolean; autoFocus?: boolean }

/** A cause of the tree, found by its name, its code or its class. */
export function CauseField({ kind, ...field }: Props) {
  const { t } = useCaseWords()
  const { language } = useReader()
  const { data } = useReply(ListCauses, {}, { staleTime: 300_000 })
  const options = causeOptions(data?.items ?? [], kind, language)
  const code = (id: string) => data?.items.find((cause) => cause.id === id)?.code ?? ''
  return <ComboBox {...field} name="causeId" hint={t.causeHint} minLength={0} search={(text) => options.filter(({ id, label, group }) => fold([label, group, code(id)].join(' ')).includes(fold(text)))} />
}
