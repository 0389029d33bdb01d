import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#kernel/actor.ts'
import { organisationOfLink } from '#modules/cases/public.ts'
import { html } from '#platform/server/html.ts'
import type { ChannelsNeeds } from './needs.ts'
import { linkTo, page, words } from './page.ts'
import { companies, NOBODY, type Company } from './public-actor.ts'

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

/** The company whose case the link opens, whatever else the address says. */
export async function companyOfLink(needs: ChannelsNeeds, { number, secret }: { number: string; secret: string }): Promise<Company | null> {
  const [id, all] = await needs.ground.db.asOwner((tx) => Promise.all([organisationOfLink(needs, tx, number, secret), companies(tx)]))
  return all.find((company) => company.id === id) ?? null
}

/** Of several companies one is to be chosen; where there is none yet, nobody can be served. */
export async function noCompany({ ground }: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageIn(request)
  const all = await ground.db.asOwner(companies)
  const t = words[language]
  const here = request.url.split('?')[0]!
  if (all.length === 0) return send(reply, page({ language, company: NOBODY, title: t.none.title, body: html`<p>${t.none.text}</p>`, here: '/atencion' }), 404)
  // What a link on a delivery note fills in goes along.
  const more = Object.fromEntries(['serial', 'pedido'].map((name) => [name, asked(request, name)]).filter(([, value]) => value))
  const body = html`<ul>${all.map((company) => html`<li><a href="${linkTo(here, language, company, more)}">${company.name}</a></li>`)}</ul>`
  return send(reply, page({ language, company: NOBODY, title: t.choose.title, body, here }))
}
