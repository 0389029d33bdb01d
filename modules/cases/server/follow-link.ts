import type { CasesNeeds } from './needs.ts'

/** What a case's secret link is made of: 128 bits that only this installation can work out, good for one version of the link. */
export const followSecret = ({ secretOf }: Pick<CasesNeeds, 'secretOf'>, { id, followVersion }: { id: string; followVersion: number }): string =>
  secretOf(`follow ${id} ${followVersion}`).slice(0, 22)

/** The address at which a customer follows a case: its number, which grants nothing, and the secret, which does. */
export const followLink = (needs: Pick<CasesNeeds, 'secretOf' | 'publicUrl'>, theCase: { id: string; number: string; followVersion: number }): string =>
  new URL(`/seguimiento/${encodeURIComponent(theCase.number)}/${followSecret(needs, theCase)}`, needs.publicUrl).href
