import type { Whose } from '#modules/calendars/web/whose.ts'
import { ListProducts } from '#modules/cases/contract-settings.ts'
import { ListCustomers } from '#modules/customers/contract.ts'
import { call } from '#platform/web/data.ts'

/** Customers and products as the form of a term rule names them. */
export const whose: Whose = {
  customers: {
    find: async (text, signal) => (await call(ListCustomers, { query: { find: text, limit: 8 }, signal })).items.map(({ id, name, identity, city }) => ({ id, label: name, detail: [identity, city].filter(Boolean).join(' · ') })),
    called: async (ids) => (await call(ListCustomers, { query: { id: [...ids], limit: 200 } })).items.map(({ id, name }) => ({ id, label: name })),
  },
  products: {
    find: async (text, signal) => (await call(ListProducts, { query: { find: text }, signal })).items.map(({ id, name, code }) => ({ id, label: name, detail: code })),
    called: async (ids) => (await call(ListProducts, {})).items.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, label: name })),
  },
}
