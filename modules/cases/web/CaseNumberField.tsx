import { call } from '#platform/web/data.ts'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { Search } from '../contract-lists.ts'
import { FindDuplicates, ReadCase, type CaseSheet } from '../contract-sheet.ts'
import { useCaseWords } from './use-case-words.ts'

type Found = ComboOption & { detail: string }
type Props = { name: string; sheet: CaseSheet; value: ComboOption | null; onChange: (other: ComboOption | null) => void; error: string | null }

const SHOWN = 8
/** 'BOG-2026-000123': also one that is merged, which leads to where it went. */
const WHOLE = /^[a-z0-9]+-\d{4}-\d+$/i

/** Another case: those that tell the same are offered first; any by its number, the end of it or its words. */
export function CaseNumberField({ sheet, ...field }: Props) {
  const { t } = useCaseWords()
  const alike = async (text: string, signal: AbortSignal): Promise<Found[]> => {
    const { items } = await call(FindDuplicates, { body: { description: sheet.description, serial: sheet.serial, orderNumber: sheet.orderNumber, ...(sheet.customer && { customerId: sheet.customer.id }) }, signal })
    return items.map(foundOf).filter(({ id, detail }) => `${id} ${detail}`.toLowerCase().includes(text.toLowerCase()))
  }
  const named = (text: string, signal: AbortSignal): Promise<Found[]> => (WHOLE.test(text) ? call(ReadCase, { params: { number: text.toUpperCase() }, signal }).then((one) => [foundOf(one)], () => []) : Promise.resolve([]))
  const told = (text: string, signal: AbortSignal): Promise<Found[]> => (text.length < 2 ? Promise.resolve([]) : call(Search, { query: { find: text, limit: SHOWN }, signal }).then(({ cases }) => cases.map(foundOf)))
  const search = async (asked: string, signal: AbortSignal): Promise<Found[]> => {
    const text = asked.trim()
    const found = (await Promise.all([named(text, signal), alike(text, signal), told(text, signal)])).flat()
    return found.filter(({ id }, i) => id !== sheet.number && found.findIndex((one) => one.id === id) === i).slice(0, SHOWN)
  }
  return <ComboBox {...field} label={t.into} placeholder={t.otherHint} search={search} minLength={0} autoFocus />
}

const foundOf = ({ number, title }: { number: string; title: string }): Found => ({ id: number, label: number, detail: title })
