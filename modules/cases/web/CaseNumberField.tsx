import { call } from '#platform/web/data.ts'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { FindDuplicates, ReadCase, type CaseSheet } from '../contract-sheet.ts'
import { useCaseWords } from './use-case-words.ts'

type Found = ComboOption & { detail: string }
type Props = { name: string; sheet: CaseSheet; value: ComboOption | null; onChange: (other: ComboOption | null) => void; error: string | null }

/** Another case: those that tell the same are offered first; any by its number. */
export function CaseNumberField({ sheet, ...field }: Props) {
  const { t } = useCaseWords()
  const alike = async (signal: AbortSignal): Promise<Found[]> => {
    const { items } = await call(FindDuplicates, { body: { description: sheet.description, serial: sheet.serial, orderNumber: sheet.orderNumber, ...(sheet.customer && { customerId: sheet.customer.id }) }, signal })
    return items.map(({ number, title }) => ({ id: number, label: number, detail: title }))
  }
  const search = async (text: string, signal: AbortSignal): Promise<Found[]> => {
    const others = (await alike(signal)).filter(({ id }) => id !== sheet.number)
    const found = others.filter(({ id, detail }) => `${id} ${detail}`.toLowerCase().includes(text.toLowerCase()))
    if (!/\d{2,}/.test(text) || found.some(({ id }) => id === text.toUpperCase())) return found
    const exact = await call(ReadCase, { params: { number: text.toUpperCase() }, signal }).then(({ number, title }) => [{ id: number, label: number, detail: title }], () => [])
    return [...exact.filter(({ id }) => id !== sheet.number && !found.some((one) => one.id === id)), ...found]
  }
  return <ComboBox {...field} label={t.into} placeholder={t.otherHint} search={search} minLength={0} autoFocus />
}
