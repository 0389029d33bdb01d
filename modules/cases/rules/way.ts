import type { Way } from '../contract.ts'

/** By word of mouth: the customer hears it as it is said. */
export const isSpoken = (way: Way): boolean => way === 'telephone' || way === 'in-person'
