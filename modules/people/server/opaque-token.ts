import { hash, randomBytes } from 'node:crypto'

/** What a token says: which organisation to look in, and the hash by which the row is found. */
export type ReadToken = { organisationId: string; hash: Buffer }

const idText = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
const textId = (text: string) => Buffer.from(text, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
export const hashOf = (text: string): Buffer => hash('sha256', text, 'buffer')

/** A cookie's or a link's: '<organisation>.<32 random bytes>'; only its hash is kept. */
export function newToken(organisationId: string): { token: string; hash: Buffer } {
  const token = `${idText(organisationId)}.${randomBytes(32).toString('base64url')}`
  return { token, hash: hashOf(token) }
}

/** A program's: 'acuse_<organisation>_<32 random bytes>', so that scanners of leaked secrets know it. */
export function newApiToken(organisationId: string): { token: string; hash: Buffer } {
  const token = `acuse_${idText(organisationId)}_${randomBytes(32).toString('base64url')}`
  return { token, hash: hashOf(token) }
}

const readBy = (shape: RegExp) => (text: unknown): ReadToken | null => {
  const organisation = typeof text === 'string' ? shape.exec(text)?.[1] : undefined
  return organisation ? { organisationId: textId(organisation), hash: hashOf(text as string) } : null
}
export const readToken = readBy(/^([\w-]{22})\.[\w-]{43}$/)
export const readApiToken = readBy(/^acuse_([\w-]{22})_[\w-]{43}$/)
