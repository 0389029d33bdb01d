import { randomBytes } from 'node:crypto'

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random. Made by whoever first knows the thing,
 * so that a repeated attempt carries the same id; sorts by the instant of its making.
 */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
