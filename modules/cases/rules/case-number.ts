/** 'BOG-2026-000123': branch, year and a consecutive without gaps; six digits, more when a branch has more. */
export const caseNumber = (branchCode: string, year: number, seq: number): string => `${branchCode}-${year}-${String(seq).padStart(6, '0')}`
