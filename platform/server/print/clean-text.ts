/**
 * Text as it can be set: one form of accents (phones send them apart), one kind of line end, no control characters and
 * none of the invisible ones, which can turn a line round or hide words in it. The joiner stays: it makes one emoji of several.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u202f\u2007]/g, '\u00a0')
    .replace(/\t|(?!\u00a0)\p{Zs}/gu, ' ')
    .replace(/(?!\n)\p{Cc}|(?!\u200d)\p{Cf}/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
}

const PLAIN = /^[\n -~¡-¬®-ÿ]*$/
