import { ReadCustomer, type Customer } from '#modules/customers/contract.ts'
import { useReply } from '#platform/web/data.ts'

/** What is known of the customer whose case it is; undefined while nobody is chosen or it is not here yet. */
export function useCustomerAtHand(customer: { id: string } | null): Customer | undefined {
  const customerId = customer?.id ?? ''
  const { data } = useReply(ReadCustomer, { params: { customerId } }, { enabled: customer !== null, staleTime: 30_000 })
  return data?.id === customerId ? data : undefined
}
