import type { Language } from '#kernel/actor.ts'
import { en as platformEn } from '#platform/server/en.ts'
import { es as platformEs } from '#platform/server/es.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

const SENTENCES: Record<Language, Record<string, string>> = {
  es: { ...platformEs.problems, ...es.refusals },
  en: { ...platformEn.problems, ...en.refusals },
}

/** Why a cell, or a whole file, was refused, in the language of who asks. */
export function problemSentence(language: Language, code: string, details: Record<string, string | number> = {}): string {
  const sentence = Object.hasOwn(SENTENCES[language], code) ? SENTENCES[language][code]! : SENTENCES[language]['refused']!
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(Object.hasOwn(details, name) ? details[name] : ''))
}
