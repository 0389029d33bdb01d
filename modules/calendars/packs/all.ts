import type { CountryPack } from '../contract.ts'
import { CO } from './CO.ts'
import { XX } from './XX.ts'

/** The countries whose rules come with the product; another is one more row here. */
export const PACKS: readonly CountryPack[] = [CO, XX]

export function packOf(country: string): CountryPack {
  const pack = PACKS.find((each) => each.country === country)
  if (!pack) throw new Error(`no country pack ${country}`)
  return pack
}
