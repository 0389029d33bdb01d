import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { UnreadableTable } from './unreadable-table.ts'

export type ZipEntry = { name: string; method: number; encrypted: boolean; compressed: number; offset: number }

const MOST_ENTRIES = 10_000
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** What a ZIP file says that it holds. Its claims of size are not believed: see `inflated`. */
export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = await readAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000))
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END) throw new UnreadableTable('table-not-readable')
    const [count, length, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    // 0xffff and 0xffffffff send to ZIP64, which no spreadsheet of a size taken here needs.
    if (count > MOST_ENTRIES || start + length > size) throw new UnreadableTable('table-not-readable')
    return await centralDirectory(await readAt(file, start, length), count, file)
  } finally {
    await file.close()
  }
}

async function centralDirectory(bytes: Buffer, count: number, file: FileHandle): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  for (let at = 0, n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new UnreadableTable('table-not-readable')
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      compressed: bytes.readUInt32LE(at + 20),
      offset: await dataStart(file, bytes.readUInt32LE(at + 42)),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

async function dataStart(file: FileHandle, at: number): Promise<number> {
  const header = await readAt(file, at, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new UnreadableTable('table-not-readable')
  return at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const PLENTY = 64 * 1024 * 1024
/** A worksheet shrinks to a tenth, one of equal rows to a fiftieth; beyond this it was made to burst. */
const MOST_TIMES = 250

/** An entry's bytes as they come out, at most `limit`: what swells beyond measure is cut off while it swells. */
export async function* inflated(path: string, entry: ZipEntry, limit: number): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new UnreadableTable('table-locked')
  if (entry.method !== 0 && entry.method !== 8) throw new UnreadableTable('table-not-readable')
  if (entry.compressed === 0) return
  const packed = createReadStream(path, { start: entry.offset, end: entry.offset + entry.compressed - 1 })
  const bytes = entry.method === 8 ? packed.pipe(createInflateRaw()) : packed
  packed.on('error', (error) => bytes.destroy(error))
  let out = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      out += chunk.length
      if (out > limit || (out > PLENTY && out > entry.compressed * MOST_TIMES)) throw new UnreadableTable('table-bomb')
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('table-not-readable')
  } finally {
    packed.destroy()
    bytes.destroy()
  }
}
