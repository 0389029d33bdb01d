import { ProblemError } from '#platform/web/data.ts'
import type { FormError } from '#platform/web/design/FormErrors.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

/** The lines above a form, with a sentence of our own when the server was not reached. */
export function useDoorErrors(error: unknown): FormError[] {
  const { door } = useWords({ es, en })
  if (error instanceof ProblemError && error.status === 0) return [{ field: null, message: door.unreachable }]
  return formErrors(error)
}
