import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#kernel/actor.ts'
import { html, type Html } from '#platform/server/html.ts'
import { en } from '../en.ts'
import { es, type ChannelsWords } from '../es.ts'
import type { Company } from './public-actor.ts'

export const words: Record<Language, ChannelsWords> = { es, en }

export type Shown = { language: Language; company: Pick<Company, 'id' | 'name' | 'several'>; title: string; body: Html; /** This page in the other language. */ here: string }

// In the page itself: without one every browser asks for /favicon.ico, which is nowhere.
const ICON = `data:image/svg+xml;base64,${readFileSync(join(import.meta.dirname, '../../../platform/web/mark.svg')).toString('base64')}`

/** The address of another public page, in the language and of the company of this one. */
export const linkTo = (path: string, language: Language, { id, several }: Pick<Company, 'id' | 'several'>, more: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ ...more, lang: language, ...(several && { empresa: id }) }).toString()}`

/** A public page: one column, large type, the company's name, no script. */
export function page({ language, company, title, body, here }: Shown): string {
  const t = words[language]
  const other = linkTo(here, t.other.lang as Language, company)
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${[title, company.name].filter(Boolean).join(' · ')}</title><link rel="icon" href="${ICON}"><link rel="stylesheet" href="/public.css"></head>
<body><header>${company.name ? html`<a class="company" href="${linkTo('/atencion', language, company)}">${company.name}</a>` : html`<span></span>`}<a class="language" lang="${t.other.lang}" hreflang="${t.other.lang}" href="${other}">${t.other.label}</a></header>
<main><h1>${title}</h1>
${body}
</main></body></html>`.text
}
