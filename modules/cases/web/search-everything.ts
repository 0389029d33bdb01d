import type { CommandSearch } from '#platform/web/design/CommandMenu.tsx'
import { call } from '#platform/web/data.ts'
import { rowsHref } from './rows-href.ts'
import { Search } from '../contract-lists.ts'

const SHOWN = 6

/** What the command menu finds as one types: cases by number, serial, telephone or words, and customers; and the way to all there is of it. */
export const searchEverything =
  (go: (href: string) => void, all: (find: string) => string): CommandSearch =>
  async (text, signal) => {
    if (text.trim().length < 2) return []
    const { cases, customers } = await call(Search, { query: { find: text, limit: SHOWN }, signal })
    return [
      ...cases.map(({ number, title, customer }) => ({ id: number, label: `${number} ${title}`, detail: customer?.name ?? '', run: () => go(`/cases/${number}`) })),
      ...(cases.length > 0 ? [{ id: 'all', label: all(text.trim()), detail: '', run: () => go(rowsHref({ find: text.trim() }, 'search')) }] : []),
      ...customers.slice(0, 4).map(({ id, name, code, why }) => ({ id, label: name, detail: [code, why].filter(Boolean).join(' · '), run: () => go(`/customers/${id}`) })),
    ]
  }
