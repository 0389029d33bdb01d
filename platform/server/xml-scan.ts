import { UnreadableTable } from './unreadable-table.ts'

export type XmlListener = { open(name: string, attributes: string): void; close(name: string): void; text(text: string): void }

/** Longer than any tag or cell; what goes on beyond it was made to fill the memory. */
const LONGEST_PIECE = 1 << 20

/** Reads XML piece by piece, without entities of its own, document types or anything that fetches. Names come without their prefix. */
export function xmlScanner(listener: XmlListener): { write(text: string): void } {
  let rest = ''
  return {
    write(text) {
      rest += text
      let at = 0
      for (;;) {
        const start = rest.indexOf('<', at)
        if (start < 0) break
        const after = readTag(start)
        if (after === null) break
        if (start > at) listener.text(decode(rest.slice(at, start)))
        at = consume(start, after)
      }
      rest = rest.slice(at)
      if (rest.length > LONGEST_PIECE) throw new UnreadableTable('table-row-too-long', { row: 0, limit: LONGEST_PIECE })
    },
  }

  /** Where the tag that starts here ends; null when its end has not come yet. */
  function readTag(start: number): number | null {
    const closing = rest.startsWith('<!--', start) ? '-->' : rest.startsWith('<![CDATA[', start) ? ']]>' : '>'
    const end = rest.indexOf(closing, start)
    return end < 0 ? null : end + closing.length
  }

  function consume(start: number, after: number): number {
    const tag = rest.slice(start + 1, after - 1)
    if (tag.startsWith('![CDATA[')) listener.text(tag.slice(8, -2))
    else if (tag.startsWith('!DOCTYPE') || tag.startsWith('!ENTITY')) throw new UnreadableTable('table-not-readable')
    else if (!tag.startsWith('!') && !tag.startsWith('?')) announce(tag)
    return after
  }

  function announce(tag: string): void {
    if (tag.startsWith('/')) return listener.close(bare(tag.slice(1).trimEnd()))
    const alone = tag.endsWith('/')
    const body = alone ? tag.slice(0, -1) : tag
    const space = body.search(/\s/)
    const name = bare(space < 0 ? body : body.slice(0, space))
    listener.open(name, space < 0 ? '' : body.slice(space))
    if (alone) listener.close(name)
  }
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

/** The value of an attribute of a tag, its prefix aside. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? decode(found[1] ?? found[2] ?? '') : null
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  })
}
