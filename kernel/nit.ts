/** Weights of the DIAN from the last digit on: at most fifteen digits. (Orden Administrativa 4 of 27 October 1989.) */
const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71]

/** The check digit of a Colombian tax number without it: modulus 11; a remainder of 0 or 1 is the digit itself, else 11 less it. */
export function nitCheckDigit(number: string): string {
  const sum = Array.from(number).toReversed().reduce((total, digit, at) => total + Number(digit) * (WEIGHTS[at] ?? 0), 0)
  const remainder = sum % 11
  return String(remainder < 2 ? remainder : 11 - remainder)
}

/**
 * The number and the digit of a writing. A last group of one digit after a separator is the digit ('900.123.456-8',
 * '900123456 8', '900123456.8'). Run together, the length decides: company numbers have nine digits, persons' are their
 * cédula, which has at most eight or, since 2003, ten with a 1 in front. So ten digits that do not begin with 1, and eleven
 * that do, end in the digit; anything else comes without. Fewer than eight run together are no tax number: old cédulas
 * are as short, but only with the digit written apart can they be told from a cut one.
 */
export function splitNit(groups: readonly string[], separated: boolean): { number: string; digit: string | null } {
  const digits = groups.join('')
  const apart = separated && groups.at(-1)?.length === 1
  const together = !separated && ((digits.length === 10 && !digits.startsWith('1')) || (digits.length === 11 && digits.startsWith('1')))
  if (apart || together) return { number: digits.slice(0, -1), digit: digits.slice(-1) }
  return { number: !separated && digits.length < 8 ? '' : digits, digit: null }
}
