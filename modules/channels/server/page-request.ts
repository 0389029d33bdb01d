import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#kernel/actor.ts'
import { html } from '#platform/server/html.ts'
import type { ChannelsNeeds } from './needs.ts'
import { page, words } from './page.ts'
import { companies, type Company } from './public-actor.ts'

/** One value of the address; a name given twice is none. */
export function asked({ query }: FastifyRequest, name: string): string {
  const value = (query as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}

export const languageIn = (request: FastifyRequest): Language => {
  const lang = asked(request, 'lang')
  if (lang === 'en' || lang === 'es') return lang
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'es'
}

export const send = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
  reply.code(status).headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).type('text/html; charset=utf-8').send(text)

/** The company of the page: the only one, or the one that is chosen. */
export async function companyIn({ ground }: ChannelsNeeds, request: FastifyRequest): Promise<Company | null> {
  const all = await ground.db.asOwner(companies)
  const empresa = asked(request, 'empresa')
  return all.find(({ id }) => id === empresa) ?? (all.length === 1 ? all[0]! : null)
}

export function noCompany(reply: FastifyReply, language: Language): FastifyReply {
  const t = words[language].none
  return send(reply, page({ language, company: 'Acuse', title: t.title, body: html`<p>${t.text}</p>`, here: '/atencion' }), 404)
}
