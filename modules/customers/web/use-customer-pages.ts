import { usePages } from '#platform/web/data.ts'
import { ListCustomers } from '../contract.ts'

/** Customers by name as far as one has scrolled, or those found. */
export function useCustomerPages(find: string) {
  const pages = usePages(ListCustomers, find ? { find, limit: 50 } : { limit: 50 })
  return { ...pages, masked: pages.first?.masked ?? false }
}
