const AT = { cases: '/', search: '/search', 'area-requests': '/area-requests', branches: '/branches' } as const

/** The list that a number counts, of cases unless said: '/?list=overdue&branchId=…'. What is undefined is no condition. */
export function rowsHref(filter: Record<string, string | undefined>, opens: keyof typeof AT = 'cases'): string {
  const said = Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1]))
  return `${AT[opens]}?${new URLSearchParams(said).toString()}`
}
