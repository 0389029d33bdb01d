import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#kernel/actor.ts'
import { html, type Html } from '#platform/server/html.ts'
import { en } from '../en.ts'
import { es, type ChannelsWords } from '../es.ts'

export const words: Record<Language, ChannelsWords> = { es, en }

export type Shown = { language: Language; company: string; title: string; body: Html; /** This page in the other language. */ here: string }

// In the page itself: without one every browser asks for /favicon.ico, which is nowhere.
const ICON = `data:image/svg+xml;base64,${readFileSync(join(import.meta.dirname, '../../../platform/web/mark.svg')).toString('base64')}`

/** A public page: one column, large type, the company's name, no script. */
export function page({ language, company, title, body, here }: Shown): string {
  const t = words[language]
  const other = `${here}${here.includes('?') ? '&' : '?'}lang=${t.other.lang}`
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${company}</title><link rel="icon" href="${ICON}"><link rel="stylesheet" href="/public.css"></head>
<body><header><a class="company" href="/atencion?lang=${language}">${company}</a><a class="language" lang="${t.other.lang}" hreflang="${t.other.lang}" href="${other}">${t.other.label}</a></header>
<main><h1>${title}</h1>
${body}
</main></body></html>`.text
}
