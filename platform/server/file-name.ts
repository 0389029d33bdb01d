/** Paths are cut; control characters, marks that turn the direction of writing and characters without width are dropped. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu
/** What a file system of somebody who downloads it would not take. */
const FORBIDDEN = /[<>:"|?*]/g
const LONGEST = 200

export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * The name that a file keeps, from what its sender called it: no longer than 200 UTF-16 units, never empty, ending as its
 * content is ('factura.exe' that is a PDF becomes 'factura.exe.pdf').
 */
export function cleanFileName(sent: string, endings: readonly string[], fallback = 'archivo'): string {
  const last = sent.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(UNSEEN, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '') || fallback
  const ending = endings.includes(extensionOf(clean)) ? extensionOf(clean) : (endings[0] ?? '')
  const stem = endings.includes(extensionOf(clean)) ? clean.slice(0, -ending.length - 1) || fallback : clean
  return ending ? `${cut(stem, LONGEST - ending.length - 1)}.${ending}` : cut(stem, LONGEST)
}

/** Cut between characters, never inside one. */
const cut = (text: string, length: number) => (text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, ''))

/** RFC 6266: a name in ASCII for the old, and the whole one in UTF-8 by RFC 5987. */
export function contentDisposition(name: string, how: 'attachment' | 'inline'): string {
  const ascii = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${ascii}"; filename*=UTF-8''${utf8}`
}
