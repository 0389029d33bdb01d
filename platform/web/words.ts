import { createContext, useContext, useMemo } from 'react'
import { formatsFor, type Formats } from './formats.ts'

/** A third language is one more catalogue beside `es.ts` and `en.ts`, and its name here. */
export type Language = 'es' | 'en'

/** How this person reads: the language, the conventions of the place, the zone of the clock on their wall. */
export type Reader = {
  language: Language
  /** BCP 47, for figures and dates: 'es-CO'. */
  locale: string
  /** IANA: 'America/Bogota'. */
  timeZone: string
  /** Stopped in tests and pictures. */
  now: () => number
}

export const ReaderContext = createContext<Reader>({
  language: 'es',
  locale: 'es-CO',
  timeZone: 'America/Bogota',
  now: () => Date.now(),
})

/** The sentences of a module in the reader's language: `const w = useWords({ es, en })`. */
export function useWords<Words>(catalogues: Record<Language, Words>): Words {
  return catalogues[useContext(ReaderContext).language]
}

export function useReader(): Reader {
  return useContext(ReaderContext)
}

export function useFormats(): Formats {
  const reader = useContext(ReaderContext)
  return useMemo(() => formatsFor(reader), [reader])
}
