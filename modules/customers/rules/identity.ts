import { identityTypeNamed, readIdentityDocument, type IdentityDocument, type IdentityRefusal, type IdentityType } from '#kernel/identity-document.ts'
import { COLOMBIAN_IDENTITY_TYPES } from '#kernel/identity-types-colombia.ts'

/** Where no pack says more: a document with a number, and no more asked of it. */
const ANY: readonly IdentityType[] = [{ code: 'ID', alsoWritten: ['document', 'documento'], pattern: '[0-9A-Z]{3,20}', shown: 'none', check: null }]
const BY_COUNTRY: Record<string, readonly IdentityType[]> = { CO: COLOMBIAN_IDENTITY_TYPES }

export const identityTypesOf = (country: string): readonly IdentityType[] => BY_COUNTRY[country] ?? ANY

/** What a company's document is where nothing says: the first of the pack; a person's, the second. */
const usualType = (types: readonly IdentityType[], kind: 'company' | 'person'): string => (types[kind === 'person' ? 1 : 0] ?? types[0])!.code

/** By the type said, else by the words before the number, else the usual one of the kind. */
export function readIdentity(types: readonly IdentityType[], kind: 'company' | 'person', { type, number }: { type: string | null; number: string }): IdentityDocument | IdentityRefusal {
  // A column of types holds whatever its system calls them.
  const said = type && (types.find(({ code }) => code === type.trim().toUpperCase())?.code ?? identityTypeNamed(types, type)?.code ?? type)
  const read = readIdentityDocument(types, said || null, number)
  if (said || !('refusal' in read) || read.refusal !== 'identity-type-unknown') return read
  return readIdentityDocument(types, usualType(types, kind), number)
}
