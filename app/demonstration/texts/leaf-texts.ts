/**
 * What is said about one cause. `says`, `adds` and `asks` are clauses that stand alone and also follow "el cliente informa
 * que …" (see grammar.ts for the voices); `quick`: a whole message of few words; `area`: what the responsible area answers
 * inside; `done`: the action noted at closing; `letter`: the substance of the answer to the customer, polite.
 */
export type LeafTexts = {
  says: readonly string[]
  adds: readonly string[]
  asks: readonly string[]
  quick: readonly string[]
  area: readonly string[]
  done: readonly string[]
  letter: readonly string[]
}
export type FamilyTexts = Record<string, LeafTexts>
