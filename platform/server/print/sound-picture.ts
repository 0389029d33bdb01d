import { inflateSync } from 'node:zlib'

/** Beyond this an image is no mark, signature or photograph for a page of paper, but a way to fill the memory. */
const MOST_PIXELS = 25_000_000
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG whose pixels can be unpacked, or a JPEG. pdfkit finds a broken PNG out later, in a callback that ends the program. */
export function isSound(bytes: Uint8Array): boolean {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (image.subarray(0, 8).equals(PNG)) return isSoundPng(image)
  return image.length > 4 && image.readUInt16BE(0) === 0xffd8
}

const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function isSoundPng(image: Buffer): boolean {
  const [width, height, depth, colour, interlaced] = [image.readUInt32BE(16), image.readUInt32BE(20), image[24]!, image[25]!, image[28]!]
  const channels = CHANNELS[colour]
  if (width * height === 0 || width * height > MOST_PIXELS || channels === undefined) return false
  const packed = chunks(image, 'IDAT')
  if (colour === 3 && chunks(image, 'PLTE').length === 0) return false
  // Interlacing adds a filter byte to the lines of seven smaller images.
  const least = (Math.ceil((width * depth * channels) / 8) + (interlaced ? 0 : 1)) * height
  try {
    return inflateSync(packed, { maxOutputLength: least + 16 * height + 4096 }).length >= least
  } catch {
    return false
  }
}

function chunks(image: Buffer, wanted: string): Buffer {
  const found: Buffer[] = []
  for (let at = 8; at + 12 <= image.length; ) {
    const length = image.readUInt32BE(at)
    if (image.toString('latin1', at + 4, at + 8) === wanted) found.push(image.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(found)
}
