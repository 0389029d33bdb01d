import { en as calendarsEn } from '#modules/calendars/en.ts'
import { es as calendarsEs } from '#modules/calendars/es.ts'
import { en as casesEn } from '#modules/cases/en.ts'
import { es as casesEs } from '#modules/cases/es.ts'
import { en as customersEn } from '#modules/customers/en.ts'
import { es as customersEs } from '#modules/customers/es.ts'
import { en as peopleEn } from '#modules/people/en.ts'
import { es as peopleEs } from '#modules/people/es.ts'
import { CannotStart } from '#platform/server/data-folder.ts'
import { Problems, type Sentences } from '#platform/server/problem.ts'
import { WrongConfig } from './config.ts'

/** Every sentence that a refusal may have, of every module. */
export const SENTENCES: Sentences = {
  es: { ...peopleEs.refusals, ...calendarsEs.refusals, ...customersEs.refusals, ...casesEs.refusals },
  en: { ...peopleEn.refusals, ...calendarsEn.refusals, ...customersEn.refusals, ...casesEn.refusals },
}

/** What a person at the terminal reads of an error; null when it is a bug of ours, which shows whole. */
export function sentencesOf(error: unknown): string[] | null {
  if (error instanceof WrongConfig || error instanceof CannotStart) return [error.message]
  const problem = new Problems(SENTENCES).of(error, 'en')
  if (problem) return problem.errors?.map(({ path, message }) => `${path}: ${message}`) ?? [problem.title]
  const { code, message, path } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code?.startsWith('28') || code === '3D000') return [`The database does not let Acuse in: ${message || code}. Look at DATABASE_URL.`]
  if (path !== undefined && code && /^E[A-Z]+$/.test(code)) return [`${path} cannot be used: ${message}.`]
  return null
}
