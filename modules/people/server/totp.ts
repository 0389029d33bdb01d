import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time-based one-time passwords (RFC 6238): SHA-1, steps of 30 s, as every authenticator reads them. */
const STEP_SECONDS = 30
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const stepAt = (millis: number): number => Math.floor(millis / 1000 / STEP_SECONDS)

export function codeAt(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac[mac.length - 1]! & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is, one before and one after included for clocks that differ; null when none, or one already used. */
export function stepOf(secret: Buffer, typed: string, { now, lastStep }: { now: number; lastStep: number }): number | null {
  const code = Buffer.from(typed.replace(/[\s-]/g, ''))
  const step = stepAt(now)
  const fitting = [step, step - 1, step + 1].find((one) => {
    const expected = Buffer.from(codeAt(secret, one))
    return one > lastStep && code.length === expected.length && timingSafeEqual(code, expected)
  })
  return fitting ?? null
}

export const newSecret = (): Buffer => randomBytes(20)

export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What an authenticator scans. */
export const totpUri = (secret: Buffer, { issuer, account }: { issuer: string; account: string }): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`

/** 80 random bits, as four groups of four letters. */
export const newRecoveryCode = (): string => base32(randomBytes(10)).match(/.{4}/g)!.join('-')
export const plainRecoveryCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()
