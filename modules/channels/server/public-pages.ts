import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusal.ts'
import { acceptMultipart } from '#platform/server/file-routes.ts'
import { html } from '#platform/server/html.ts'
import { withoutRow } from '#platform/server/http.ts'
import { servedAfter } from '#platform/server/overload.ts'
import { throttle, TooManyAttempts } from '#platform/server/throttle.ts'
import { fileCase } from './file-a-case.ts'
import { filingForm, type FilingForm } from './filing-page.ts'
import { mountFollowing } from './follow-pages.ts'
import { refuseForm, sealForm } from './form-seal.ts'
import type { ChannelsNeeds } from './needs.ts'
import { linkTo, page, words } from './page.ts'
import { asked, companyIn, languageIn, noCompany, send } from './page-request.ts'
import { NOBODY, type Company } from './public-actor.ts'
import { discardFiles, readForm, type SentForm } from './read-form.ts'

/** Of an address: a company's whole staff may share one. Beyond it nothing is lost, the form is shown again with the wait. */
const FILINGS_PER_ADDRESS = { limit: 60, windowSeconds: 600 }

const STYLE = readFileSync(join(import.meta.dirname, 'public.css'))

/** The pages for customers: file a case, follow it, add to it. Server-drawn, no script, no account. */
export async function mountPublicPages(server: FastifyInstance, needs: ChannelsNeeds): Promise<void> {
  await server.register(async (scope) => {
    await acceptMultipart(scope)
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))))
    scope.setErrorHandler((error, request, reply) => failed(error, request, reply))
    scope.get('/public.css', { config: { always: true } }, (_, reply) => reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(STYLE))
    scope.get('/atencion', (request, reply) => home(needs, request, reply))
    scope.get('/atencion/nuevo', (request, reply) => newForm(needs, request, reply))
    scope.post('/atencion/nuevo', (request, reply) => file(needs, request, reply))
    // Who mistypes an address of the customers' pages is a customer: the desk's door is none of theirs.
    for (const path of ['/atencion/*', '/seguimiento/*']) scope.get(path, () => Promise.reject(new NotFound('page')))
    mountFollowing(scope, needs)
  })
}

async function home(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  const company = await companyIn(needs, request)
  if (!company) return noCompany(needs, request, reply)
  const t = words[language].home
  const body = html`<p class="lead">${t.lead}</p>
<p><a class="button" href="${linkTo('/atencion/nuevo', language, company)}">${t.file}</a></p><p><a href="${linkTo('/seguimiento', language, company)}">${t.follow}</a></p>
<h2>${t.how}</h2><ol>${t.steps.map((step) => html`<li>${step}</li>`)}</ol><p class="notice">${t.emergency}</p>`
  return send(reply, page({ language, company, title: t.title, body, here: '/atencion' }))
}

async function newForm(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const company = await companyIn(needs, request)
  const language = languageIn(request)
  if (!company) return noCompany(needs, request, reply)
  // A link on a delivery note may fill in what it knows.
  const values = { serial: asked(request, 'serial'), orderNumber: asked(request, 'pedido') }
  return show(needs, reply, company, { language, values, errors: [] })
}

type Again = Pick<FilingForm, 'language' | 'values' | 'errors'> & Partial<Pick<FilingForm, 'notice' | 'lostFiles' | 'seal'>>

async function show({ ground, secretOf }: ChannelsNeeds, reply: FastifyReply, company: Company, again: Again, status = 200) {
  const { language } = again
  const branches = await ground.db.asOwner((tx) => tx<{ id: string; name: string; city: string }>`
    select id, name, city from branches where organisation_id = ${company.id} and active order by name`)
  const consent = company.consent?.[language] ?? words[language].consent
  const body = filingForm({ company, branches, consent, seal: sealForm(secretOf), ...again })
  return send(reply, page({ language, company, title: words[language].form.title, body, here: '/atencion/nuevo' }), status)
}

async function file(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  const company = await companyIn(needs, request)
  if (!company) return noCompany(needs, request, reply)
  const refusal = (fields: Record<string, string>) => refuseForm(needs.secretOf, sealOf(fields), Date.parse(needs.ground.now()))
  let counted: Promise<number> | null = null
  const secondsToWait = () => (counted ??= waitOf(needs, request))
  const form = await readForm(request, needs.blobs, async (fields) => !refusal(fields) && (await secondsToWait()) === 0)
  const waits = refusal(form.fields) ? 'stale' : await secondsToWait()
  try {
    return await answerForm(needs, reply, { company, language, form, waits })
  } finally {
    await discardFiles(form)
  }
}

const sealOf = (fields: Record<string, string>) => ({ id: fields['id'] ?? '', seal: fields['seal'] ?? '' })

async function answerForm(needs: ChannelsNeeds, reply: FastifyReply, { company, language, form, waits }: { company: Company; language: Language; form: SentForm; waits: number | 'stale' }) {
  const t = words[language]
  const { fields } = form
  const seal = sealOf(fields)
  const again = { language, values: fields, lostFiles: form.files.length > 0 || form.dropped }
  if (waits === 'stale') return show(needs, reply, company, { ...again, errors: [], notice: t.stale }, 400)
  if (waits > 0) return show(needs, reply.header('retry-after', String(waits)), company, { ...again, seal, errors: [], notice: t.wait(Math.ceil(waits / 60)) }, 429)
  const filed = await fileCase(needs, company, language, form)
  if ('registered' in filed) return reply.redirect(`${new URL(filed.registered.follow).pathname}?nuevo=1&lang=${language}`, 303)
  const errors = filed.errors.map(({ path, code, details }) => ({ path, message: (t.errors as Record<string, string>)[code] ?? needs.problems.plain(400, code, language, details).title }))
  return show(needs, reply, company, { ...again, seal, errors }, 400)
}

/** Counts one filing of the address; the seconds it has to wait, 0 when it may go on. */
const waitOf = ({ ground }: ChannelsNeeds, { ip }: FastifyRequest): Promise<number> =>
  throttle(ground.db, [[`public-form:${ip}`, FILINGS_PER_ADDRESS]]).then(() => 0, (error: unknown) => {
    if (error instanceof TooManyAttempts) return error.retryAfterSeconds
    throw error
  })

/** What the server or the database cannot read is nobody's page: an odd percent sign, a NUL, a form that is none. */
function isMissing(error: unknown): boolean {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  return error instanceof NotFound || code === '22021' || (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
}

function failed(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageIn(request)
  if (error instanceof TooManyAttempts) {
    const body = html`<p>${words[language].wait(Math.ceil(error.retryAfterSeconds / 60))}</p>`
    return send(reply.header('retry-after', String(error.retryAfterSeconds)), page({ language, company: NOBODY, title: words[language].home.title, body, here: '/atencion' }), 429)
  }
  const after = servedAfter(error)
  if (after) void reply.header('retry-after', String(after))
  const what = after ? 'busy' : isMissing(error) ? 'missing' : 'failed'
  if (what === 'failed') request.log.error({ err: withoutRow(error), requestId: request.id }, 'a public page failed')
  const t = words[language][what]
  const body = html`<p>${t.text}</p><p><a href="${linkTo('/atencion', language, NOBODY)}">${words[language].home.title}</a></p>${what === 'failed' && html`<p class="hint">${request.id}</p>`}`
  return send(reply, page({ language, company: NOBODY, title: t.title, body, here: '/atencion' }), { busy: 503, missing: 404, failed: 500 }[what])
}
