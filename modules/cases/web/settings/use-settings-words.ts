import { useMay } from '#modules/people/web/use-me.ts'
import { ProblemError } from '#platform/web/data.ts'
import type { FormError } from '#platform/web/design/FormErrors.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { en as casesEn } from '../../en.ts'
import { es as casesEs } from '../../es.ts'
import { en } from '../../en-settings.ts'
import { es } from '../../es-settings.ts'

/** The sentences of the settings as `t`, the field's words as `words`, and why nothing may be changed here, or null. */
export function useSettingsWords() {
  const t = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const { language } = useReader()
  const locked = useMay('settings.manage') ? null : t.mayNot
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'en' && nameEn ? nameEn : name)
  /** The lines above a form; what somebody else changed is told by its own sentence. */
  const errorsOf = (error: unknown): FormError[] => (error instanceof ProblemError && error.status === 412 ? [{ field: null, message: t.stale }] : formErrors(error))
  return { t, words, locked, named, errorsOf }
}
