import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps small secrets in the database readable only with the installation's own key (AES-256-GCM). */
export type SecretBox = {
  /** `owner` is bound in: what was closed for one person opens for no other. */
  close(secret: Buffer, owner: string): string
  /** Null when the key is another or the text was altered. */
  open(closed: string, owner: string): Buffer | null
}

export function secretBox(installationSecret: string, purpose: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', `acuse ${purpose}`, 32))
  return {
    close(secret, owner) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
      const body = Buffer.concat([cipher.update(secret), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(closed, owner) {
      const bytes = Buffer.from(closed.replace(/^v1\./, ''), 'base64url')
      if (bytes.length < 28) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(owner))
        cipher.setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()])
      } catch {
        return null
      }
    },
  }
}
