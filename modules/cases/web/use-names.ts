import { useMemo } from 'react'
import { ListAreas } from '#modules/people/contract-places.ts'
import { useReply } from '#platform/web/data.ts'
import { useReader } from '#platform/web/words.ts'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { ListCauses } from '../contract-settings.ts'
import type { Names } from './tell-entry.ts'

/** As a combobox shows it; its code is the detail. */
type AreaOption = ComboOption & { detail: string }

const LONG = { staleTime: 300_000 }

/** The areas that one may send to or ask, in the reader's language. */
export function useAreas(): AreaOption[] {
  const { language } = useReader()
  const { data } = useReply(ListAreas, {}, LONG)
  return useMemo(
    () => (data?.items ?? []).filter(({ active }) => active).map(({ id, code, name, nameEn }) => ({ id, label: language === 'en' && nameEn ? nameEn : name, detail: code })),
    [data, language],
  )
}

export function useNames(): Names {
  const { language } = useReader()
  const areas = useReply(ListAreas, {}, LONG).data?.items
  const causes = useReply(ListCauses, {}, LONG).data?.items
  return useMemo(() => {
    const named = (items: readonly { id: string; name: string; nameEn: string }[] = []) => new Map(items.map(({ id, name, nameEn }) => [id, language === 'en' && nameEn ? nameEn : name]))
    return { areas: named(areas), causes: named(causes) }
  }, [areas, causes, language])
}
