import { useWords } from '#platform/web/words.ts'
import { en } from '../en-settings.ts'
import { es } from '../es-settings.ts'

export const useSettingsWords = () => useWords({ es, en })
