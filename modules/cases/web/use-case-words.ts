import { useWords } from '#platform/web/words.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

/** Both catalogues of cases: the sentences of the screen as `t`, the field's words as `words`, and what to say when the server is away. */
export function useCaseWords() {
  const { sheet: t, away } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  return { t, words, away }
}
