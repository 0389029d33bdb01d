import type { TextModel, Trial } from './text-classifier.ts'

const MARK = 0x4c435441 // 'ATCL', little-endian as all numbers here
const VERSION = 1

/**
 * A model as bytes, for a row of the database: mark, version, length of the head, the head (JSON: labels, sizes, trial) padded to
 * four, then hashes, rarity, bias and weights as they lie in memory of every machine that Node runs on (little-endian).
 */
export function writeTextModel({ labels, hashes, rarity, weights, bias, trial }: TextModel): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify({ labels, features: hashes.length, trial }))
  const start = 12 + Math.ceil(head.length / 4) * 4
  const parts = [hashes, rarity, bias, weights]
  const bytes = new Uint8Array(start + parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  new Uint32Array(bytes.buffer, 0, 3).set([MARK, VERSION, head.length])
  bytes.set(head, 12)
  let at = start
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/** The model of `writeTextModel`'s bytes; null where they are not such, or of another version: train anew. */
export function readTextModel(bytes: Uint8Array): TextModel | null {
  // A driver's buffer may begin anywhere; typed arrays want multiples of four.
  const buffer = new Uint8Array(bytes).buffer
  if (buffer.byteLength < 12) return null
  const [mark, version, headLength] = new Uint32Array(buffer, 0, 3)
  if (mark !== MARK || version !== VERSION || headLength === undefined || 12 + headLength > buffer.byteLength) return null
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 12, headLength))) as { labels: string[]; features: number; trial: Trial | null }
  const { labels, features, trial } = head
  let at = 12 + Math.ceil(headLength / 4) * 4
  const width = labels.length
  if (buffer.byteLength !== at + 4 * (2 * features + width + features * width)) return null
  const take = (length: number) => [buffer, (at += 4 * length) - 4 * length, length] as const
  return { labels, trial, hashes: new Uint32Array(...take(features)), rarity: new Float32Array(...take(features)), bias: new Float32Array(...take(width)), weights: new Float32Array(...take(features * width)) }
}
