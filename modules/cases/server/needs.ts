/** What app/ hands over. */
export type CasesNeeds = {
  /** A secret text that only this installation can make of a name: for links that a customer is given. */
  secretOf: (name: string) => string
  publicUrl: URL
}
