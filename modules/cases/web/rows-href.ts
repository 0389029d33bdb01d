/** The list of cases that a number counts: '/?list=overdue&branchId=…'. What is undefined is no condition. */
export function rowsHref(filter: Record<string, string | undefined>): string {
  const said = Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1]))
  return `/?${new URLSearchParams(said).toString()}`
}
