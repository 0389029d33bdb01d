import type { CommandSearch } from '#platform/web/design/CommandMenu.tsx'
import { call } from '#platform/web/data.ts'
import { Search } from '../contract-lists.ts'

/** What the command menu finds as one types: cases by number, serial or words, and customers. */
export const searchEverything =
  (go: (href: string) => void): CommandSearch =>
  async (text, signal) => {
    if (text.trim().length < 2) return []
    const { cases, customers } = await call(Search, { query: { find: text, limit: 6 }, signal })
    return [
      ...cases.map(({ number, title, customer }) => ({ id: number, label: `${number} ${title}`, detail: customer?.name ?? '', run: () => go(`/cases/${number}`) })),
      ...customers.slice(0, 4).map(({ id, name, code, why }) => ({ id, label: name, detail: [code, why].filter(Boolean).join(' · '), run: () => go(`/customers/${id}`) })),
    ]
  }
