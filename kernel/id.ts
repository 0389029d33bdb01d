const pool = new Uint8Array(4096)
let used = pool.length
let lastAt = -1
let count = 0

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 12 that count, then random. Made by whoever first knows the thing
 * (a browser too), so that a repeated attempt carries the same id; sorts by the instant of its making, and within one
 * millisecond of one process by the order of their making, so that what one transaction notes is read back in order.
 */
export function newId(at: number = Date.now()): string {
  if (used + 10 > pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += 10))
  // Begins anywhere in the lower half of the 4096, so that it seldom runs out; then it borrows the next millisecond (and pays back within the second).
  if (at > lastAt || at < lastAt - 1000) [lastAt, count] = [at, hex(random, 0, 2) & 0x07ff]
  else if (++count > 0x0fff) [lastAt, count] = [lastAt + 1, 0]
  const time = lastAt.toString(16).padStart(12, '0')
  const b = (hex(random, 2, 4) & 0x3fff) | 0x8000
  const tail = [...random.subarray(4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${b.toString(16)}-${tail}`
}

/** Whether a text is an id as the database writes it. */
export const isId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

const hex = (bytes: Uint8Array, from: number, to: number) => bytes.subarray(from, to).reduce((n, byte) => n * 256 + byte, 0)
