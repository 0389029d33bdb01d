/** What a case is routed by. */
export type RoutedCase = { kind: string; causeId: string | null; productId: string | null; branchId: string; customerId: string | null; severity: string }

export type RoutingRule = {
  areaId: string | null
  ownerId: string | null
  conditions: {
    kinds?: string[]
    causeIds?: string[]
    productIds?: string[]
    branchIds?: string[]
    customerIds?: string[]
    severities?: string[]
  }
}

/** The first rule in order whose every condition holds; null when none does. */
export function routeOf<R extends RoutingRule>(rules: readonly R[], theCase: RoutedCase): R | null {
  const among = (list: string[] | undefined, value: string | null) => !list?.length || (value !== null && list.includes(value))
  return (
    rules.find(
      ({ conditions: c }) =>
        among(c.kinds, theCase.kind) &&
        among(c.causeIds, theCase.causeId) &&
        among(c.productIds, theCase.productId) &&
        among(c.branchIds, theCase.branchId) &&
        among(c.customerIds, theCase.customerId) &&
        among(c.severities, theCase.severity),
    ) ?? null
  )
}
