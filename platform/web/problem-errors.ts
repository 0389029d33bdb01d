import { ProblemError } from './data.ts'
import type { FormError } from './design/FormErrors.tsx'

/** What a form shows of a refusal: a line for each field at fault, or the sentence itself when no field can mend it. */
export function formErrors(error: unknown): FormError[] {
  if (!(error instanceof ProblemError)) return []
  if (error.errors.length === 0) return [{ field: null, message: error.message }]
  return error.errors.map(({ path, message }) => ({ field: path, message }))
}

/** What stands beside one field. */
export const errorOf = (error: unknown, field: string): string | null =>
  error instanceof ProblemError ? (error.errors.find(({ path }) => path === field)?.message ?? null) : null
