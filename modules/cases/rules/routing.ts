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

/** The first rule in order whose every condition holds; one that asks for nothing takes what no other does, wherever it stands. */
export function routeOf<R extends RoutingRule>(rules: readonly R[], theCase: RoutedCase): R | null {
  const among = (list: string[] | undefined, value: string | null) => !list?.length || (value !== null && list.includes(value))
  const holding = rules.filter(
    ({ conditions: c }) =>
      among(c.kinds, theCase.kind) &&
      among(c.causeIds, theCase.causeId) &&
      among(c.productIds, theCase.productId) &&
      among(c.branchIds, theCase.branchId) &&
      among(c.customerIds, theCase.customerId) &&
      among(c.severities, theCase.severity),
  )
  return holding.find((rule) => !takesTheRest(rule)) ?? holding[0] ?? null
}

/** The area of a rule, then the cause's; that of a rule which takes the rest only where the cause has none. */
export const areaOf = (route: RoutingRule | null, cause: { areaId: string | null } | null): string | null =>
  (route && takesTheRest(route) ? (cause?.areaId ?? route.areaId) : (route?.areaId ?? cause?.areaId)) ?? null

const takesTheRest = ({ conditions }: RoutingRule) => Object.values(conditions).every((list) => !list?.length)
