import { PACKS } from '#modules/calendars/public.ts'

/** The countries one may begin with. The fictitious one of the tests is not offered. */
export const COUNTRIES = PACKS.filter(({ country }) => country !== 'XX').map(({ country, name, timeZone }) => ({
  code: country,
  names: name,
  language: 'es' as const,
  timeZone,
}))
