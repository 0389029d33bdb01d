import { createReadStream } from 'node:fs'

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * The encoding of a text file: by its mark; UTF-16 without one by its zeros; else UTF-8 where most letters beyond ASCII are
 * well written in it, for one broken letter in a file of a hundred thousand does not make it another; else Windows-1252.
 * Null where it is no text.
 */
export async function encodingOf(path: string): Promise<Encoding | null> {
  const decoder = new TextDecoder('utf-8')
  const count = { broken: 0, beyond: 0 }
  let first = true
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const marked = first ? byHead(chunk.subarray(0, 4096)) : undefined
    if (marked !== undefined) return marked
    first = false
    countLetters(decoder.decode(chunk, { stream: true }), count)
  }
  return count.beyond >= count.broken ? 'utf-8' : 'windows-1252'
}

function byHead(head: Buffer): Encoding | null | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  let control = 0
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) control += 1
  })
  const half = head.length / 2
  if (zeros[1]! > half * 0.6) return 'utf-16le'
  if (zeros[0]! > half * 0.6) return 'utf-16be'
  return control + zeros[0]! + zeros[1]! > Math.max(8, head.length * 0.02) ? null : undefined
}

function countLetters(text: string, count: { broken: number; beyond: number }): void {
  for (const { 0: letter } of text.matchAll(/\P{ASCII}/gu)) {
    if (letter === '\ufffd') count.broken += 1
    else count.beyond += 1
  }
}

/** The file as text, piece by piece, its mark taken off. What cannot be read becomes U+FFFD. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
