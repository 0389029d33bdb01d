import type { Tx } from '#platform/server/database.ts'
export const matchingCases = async (_tx: Tx, _find: string, _most: number): Promise<string[]> => []
