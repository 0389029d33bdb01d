import type { Random } from '#kernel/random.ts'

const PLAIN: Record<string, string> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u', ü: 'u', Á: 'A', É: 'E', Í: 'I', Ó: 'O', Ú: 'U' }
const NEIGHBOURS: Record<string, string> = { a: 's', s: 'a', e: 'r', r: 't', t: 'r', o: 'p', i: 'u', u: 'i', n: 'm', m: 'n', l: 'k', d: 's', c: 'v' }
/** Misspellings that one really sees; whole words. */
const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/\bhaber si\b/g, 'aver si'], [/\bllegó/g, 'llego'], [/\bhacer\b/g, 'acer'], [/\bcilindros\b/g, 'silindros'], [/\bválvula\b/g, 'balbula'], [/\bhay\b/g, 'ay'], [/\bvacíos\b/g, 'basios'], [/\bllamé/g, 'yame'], [/\bconductor\b/g, 'condutor'],
]
const CHAT: readonly (readonly [RegExp, string])[] = [
  [/\bque\b/g, 'q'], [/\bpor favor\b/gi, 'xfa'], [/\bporque\b/g, 'xq'], [/\bpor qué/g, 'xq'], [/\bpara\b/g, 'pa'], [/\btambién\b/g, 'tb'], [/\bgracias\b/gi, 'grax'], [/\bbuenos días\b/gi, 'bns dias'], [/\bbuenas tardes\b/gi, 'bnas tardes'], [/\bno sé/g, 'nse'], [/\bestá/g, 'sta'], [/\bde\b/g, 'd'],
]

export const withoutAccents = (text: string): string => text.replace(/[áéíóúüÁÉÍÓÚ]/g, (letter) => PLAIN[letter] ?? letter)

/** One or a few slips of the fingers: letters changed places, doubled, left out or hit beside; never in a number. */
export function mistyped(text: string, random: Random, slips: number): string {
  let typed = text
  for (let slip = 0; slip < slips; slip++) {
    const at = 1 + random.below(Math.max(1, typed.length - 3))
    const letter = typed[at] ?? ''
    const next = typed[at + 1] ?? ''
    if (!/[a-zñ]/.test(letter) || !/[a-zñ]/.test(next)) continue
    // An address is copied, not typed.
    if (typed.slice(typed.lastIndexOf(' ', at) + 1, typed.indexOf(' ', at) >>> 0).includes('@')) continue
    const kind = random.below(4)
    if (kind === 0) typed = typed.slice(0, at) + next + letter + typed.slice(at + 2)
    else if (kind === 1) typed = typed.slice(0, at) + letter + typed.slice(at)
    else if (kind === 2) typed = typed.slice(0, at) + typed.slice(at + 1)
    else typed = typed.slice(0, at) + (NEIGHBOURS[letter] ?? letter) + typed.slice(at + 1)
  }
  return typed
}

/** As typed with one thumb: shorthand, few capitals, few stops. */
export function chatty(text: string, random: Random): string {
  let typed = random.chance(0.75) ? withoutAccents(text) : text
  for (const [word, short] of CHAT) if (random.chance(0.35)) typed = typed.replace(word, short)
  if (random.chance(0.6)) typed = typed.toLowerCase().replace(/\b(fe|l)(\d{4,})/g, (code) => code.toUpperCase())
  if (random.chance(0.5)) typed = typed.replace(/\. /g, random.chance(0.5) ? '\n' : ', ').replace(/\.$/, '')
  return typed
}

export function misspelt(text: string, random: Random): string {
  let typed = text
  for (const [word, wrong] of MISSPELT) if (random.chance(0.5)) typed = typed.replace(word, wrong)
  return typed
}

/** Facts are numbers and one is no plural. */
const ONE: readonly (readonly [RegExp, string])[] = [
  [/\b1 (cilindro|pipeta|tubo|tanque|botella|pipa|termo)s( vací[oa]| llen[oa])?s?\b/g, '1 $1$2'], [/\blos 1 (faltante)s\b/g, 'el $1'], [/\blos 1 que faltan\b/g, 'el que falta'], [/\b([Ff])altan 1\b/g, '$1alta 1'], [/\b([Ff])altaron 1\b/g, '$1altó 1'],
  [/\b([Qq])uedan( como)? 1\b/g, '$1ueda$2 1'], [/\b1((?: [a-z]+)? que (?:nunca lleg|qued|ya se entreg))aron\b/g, '1$1ó'], [/\b1((?: [a-z]+)? que (?:se devolv|no se pid))ieron\b/g, '1$1ió'], [/\b1 (envase|vacío|faltante)s\b/g, '1 $1'], [/\blos 1 (envase|faltante)/g, 'el $1'],
]

/** Spanish joins these; alternatives in a phrase cannot know what comes after them. */
export const joined = (text: string): string =>
  (/\b1\b/.test(text) ? ONE.reduce((mended, [plural, one]) => mended.replace(plural, one), text) : text).replace(/ de el /g, ' del ').replace(/ a el /g, ' al ').replace(/ {2,}/g, ' ').replace(/ ([,.;:?])/g, '$1').replace(/,\./g, '.').replace(/\.\./g, '.').trim()

export const capital = (text: string): string => {
  const at = text.search(/[a-záéíóúñA-ZÁÉÍÓÚÑ0-9]/)
  return at < 0 ? text : text.slice(0, at) + (text[at] ?? '').toUpperCase() + text.slice(at + 1)
}
