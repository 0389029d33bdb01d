import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

const folder = new URL('../../../shared/data/complaints/', import.meta.url)

/** Whether the data lie beside the repository; they are not ours to copy. */
export const thereAreTexts = (): boolean => existsSync(folder)

/** A text as somebody wrote it, with what its data set says of it. `cause` null: it says nothing. */
export type RealText = { text: string; language: 'es' | 'en'; kind: 'request' | 'complaint' | 'claim' | 'compliment'; cause: string | null; area: string | null }
export type RealSet = { name: string; texts: RealText[] }

type Row = Record<string, string>
const rows = (file: string): Row[] => parse(readFileSync(new URL(file, folder)), { columns: true }) as Row[]
const setOf = (name: string, file: string, read: (row: Row) => RealText | null): RealSet => ({ name, texts: rows(file).flatMap((row) => read(row) ?? []) })

const FEELINGS: Record<string, RealText['kind']> = { negative: 'complaint', neutral: 'request', positive: 'compliment' }

/** Every set of texts, with its labels as kinds, causes and areas. */
export const realSets = (): RealSet[] => [
  setOf('Spanish airline tweets', 'tweets_aerolineas_es.csv', ({ texto = '', sentimiento = '' }) => ({ text: texto, language: 'es', kind: FEELINGS[sentimiento] ?? 'request', cause: null, area: null })),
  setOf('A Mexican bank’s customers', 'atencion_banco_mx.csv', ({ rol, texto = '' }) => (rol === 'cliente' ? { text: texto, language: 'es', kind: 'request', cause: null, area: null } : null)),
  setOf('Bank questions (banking77)', 'banking77_train.csv', ({ text = '', category = '' }) => ({ text, language: 'en', kind: 'request', cause: category, area: bankArea(category) })),
  setOf('US airline tweets', 'airline_tweets_en.csv', ({ text = '', sentiment = '', negative_reason = '' }) => ({
    text, language: 'en', kind: FEELINGS[sentiment] ?? 'request', cause: negative_reason || null, area: negative_reason ? airlineArea(negative_reason) : null,
  })),
  setOf('New York’s 311 reports', 'nyc311_publicstuff.csv', ({ Title = '', Description = '' }) => ({ text: Description.trim() ? Description : Title, language: 'en', kind: 'request', cause: Title || null, area: 'CITY' })),
  setOf('Consumer finance narratives', 'cfpb_api_sample_2017.csv', ({ consumer_complaint_narrative = '', product = '' }) => (consumer_complaint_narrative ? { text: consumer_complaint_narrative, language: 'en', kind: 'claim', cause: product, area: 'BANK' } : null)),
]

function bankArea(category: string): string {
  if (/top_?up/.test(category)) return 'TOPUP'
  if (/transfer|beneficiary|receiving/.test(category)) return 'TRANSF'
  if (/cash|atm/.test(category)) return 'CASH'
  if (/card|pin|pay/.test(category)) return 'CARD'
  return 'BANK'
}

const airlineArea = (reason: string): string => (/luggage/i.test(reason) ? 'BAG' : /flight|delay|cancel/i.test(reason) ? 'FLIGHT' : 'DESK')

/** So many of a set, spread over all of it. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!)
}
