import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#kernel/actor.ts'
import { cleanText } from '#kernel/plain-text.ts'
import { NotFound } from '#kernel/refusal.ts'
import { longDay, longInstant } from '#modules/calendars/rules/explain-term.ts'
import { acknowledgementPaper, hearCustomer, readFollowed, sendPaper, type FollowedCase } from '#modules/cases/public.ts'
import { sendFile } from '#platform/server/file-routes.ts'
import { doWork } from '#platform/server/ground.ts'
import { html, type Html } from '#platform/server/html.ts'
import { throttle } from '#platform/server/throttle.ts'
import type { Work } from '#platform/server/work.ts'
import type { ChannelsNeeds } from './needs.ts'
import { page, words } from './page.ts'
import { NOBODY, publicActor, type Company } from './public-actor.ts'
import { asked, companyIn, companyOfLink, languageIn, send } from './page-request.ts'
import { discardFiles, readForm } from './read-form.ts'

/** Guessing a secret of 128 bits is hopeless; this keeps the guessing from costing. */
const LOOKS_PER_ADDRESS = { limit: 300, windowSeconds: 600 }
const countLook = ({ ground }: ChannelsNeeds, { ip }: FastifyRequest) => throttle(ground.db, [[`follow:${ip}`, LOOKS_PER_ADDRESS]])

type At = { number: string; secret: string }

/** Pages that follow one case, for whoever holds its secret. */
export function mountFollowing(scope: FastifyInstance, needs: ChannelsNeeds): void {
  scope.get('/seguimiento', (request, reply) => ask(needs, request, reply))
  scope.get('/seguimiento/:number/:secret', (request, reply) => follow(needs, request, reply))
  scope.post('/seguimiento/:number/:secret', (request, reply) => add(needs, request, reply))
  scope.get('/seguimiento/:number/:secret/acuse.pdf', (request, reply) => paper(needs, request, reply))
  scope.get('/seguimiento/:number/:secret/archivos/:fileId', (request, reply) => download(needs, request, reply))
}

async function ask(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  const [numero, codigo] = [asked(request, 'numero').trim(), asked(request, 'codigo').trim()]
  if (numero && codigo) {
    await countLook(needs, request)
    if (await companyOfLink(needs, { number: numero, secret: codigo }))
      return reply.redirect(`/seguimiento/${encodeURIComponent(numero.toUpperCase())}/${encodeURIComponent(codigo)}?lang=${language}`, 303)
  }
  const t = words[language].follow
  // Number and code say which company it is.
  const company = (await companyIn(needs, request)) ?? NOBODY
  const sent = numero !== '' || codigo !== '' || asked(request, 'ver') !== ''
  const wrong = !sent ? '' : numero && codigo ? t.wrong : t.incomplete
  const body = html`${wrong && html`<p class="errors" role="alert">${wrong}</p>`}
<form method="get" action="/seguimiento" novalidate><input type="hidden" name="lang" value="${language}">${company.several && html`<input type="hidden" name="empresa" value="${company.id}">`}
<p class="field"><label for="numero">${t.number}</label><input id="numero" name="numero" value="${numero}" autocomplete="off" required${wrong && !numero ? html` aria-invalid="true"` : ''} placeholder="BOG-2026-000123"></p>
<p class="field"><label for="codigo">${t.secret}</label><span class="hint" id="codigo-hint">${t.secretHint}</span><input id="codigo" name="codigo" value="${codigo}" aria-describedby="codigo-hint" autocomplete="off" required${wrong && !codigo ? html` aria-invalid="true"` : ''}></p>
<p><button type="submit" name="ver" value="1">${t.open}</button></p></form>`
  return send(reply, page({ language, company, title: t.title, body, here: '/seguimiento' }), numero && codigo ? 404 : 200)
}

/** The company of the case that the address opens; one that opens nothing is not there. */
async function companyAt(needs: ChannelsNeeds, at: At): Promise<Company> {
  const company = await companyOfLink(needs, at)
  if (!company) throw new NotFound('case')
  return company
}

const look = ({ ground, ...needs }: ChannelsNeeds, company: Company, { number, secret }: At, language: Language) =>
  doWork(ground, publicActor(company.id, language), (work) => readFollowed(needs, work, number, secret), { readOnly: true })

async function follow(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  await countLook(needs, request)
  const at = request.params as At
  const company = await companyAt(needs, at)
  const theCase = await look(needs, company, at, language)
  const here = `/seguimiento/${encodeURIComponent(at.number)}/${encodeURIComponent(at.secret)}`
  const t = words[language].follow
  if (theCase === 'expired') return send(reply, page({ language, company, title: at.number, body: html`<p>${t.expired}</p>`, here }), 410)
  const [nuevo, agregado] = [asked(request, 'nuevo'), asked(request, 'agregado')]
  const title = nuevo ? words[language].done.title : theCase.number
  return send(reply, page({ language, company, title, body: caseBody(theCase, { language, here, fresh: nuevo === '1', added: agregado }), here }))
}

function caseBody(theCase: FollowedCase, { language, here, fresh, added }: { language: Language; here: string; fresh: boolean; /** '1' what was added, '0' nothing was. */ added: string }): Html {
  const { follow: t, done } = words[language]
  const when = (at: string) => longInstant(at, theCase.timeZone, language)
  const due = theCase.dueOn && longDay(theCase.dueOn, language)
  const why = whyThatDate(theCase, t.why)
  return html`
${fresh && html`<p class="number"><span class="hint">${done.number}</span>${theCase.number}</p>${due && html`<p class="lead">${done.due} <strong>${due}</strong>.</p>${why}`}<p class="notice">${done.keep}</p>`}
${added === '1' && html`<p class="notice" role="status">${t.added}</p>`}${added === '0' && html`<p class="errors" role="alert"><a href="#body">${t.addNothing}</a></p>`}
${!fresh && html`<p class="lead">${theCase.mergedInto ? t.merged(theCase.mergedInto) : t.status[theCase.status]}</p>`}
<dl><div><dt>${t.received}</dt><dd>${when(theCase.receivedAt)}</dd></div>${!fresh && due && html`<div><dt>${t.due}</dt><dd><strong>${due}</strong></dd></div>`}</dl>${!fresh && due && why}
<p><a href="${here}/acuse.pdf">${fresh ? done.print : t.acknowledgement}</a></p>
<h2>${t.story}</h2><blockquote>${theCase.description}</blockquote>
${theCase.messages.map(({ kind, body, at, files }) => html`<section class="${kind}"><h2>${kind === 'answer' ? t.answer : t.you}, <time datetime="${at}">${when(at)}</time></h2><blockquote>${body}</blockquote>${files.length > 0 && html`<ul>${files.map((file) => html`<li><a href="${here}/archivos/${file.id}">${file.name}</a></li>`)}</ul>`}</section>`)}
${!theCase.messages.some(({ kind }) => kind === 'answer') && html`<p class="hint">${t.nothing}</p>`}
<form method="post" enctype="multipart/form-data" action="${here}?lang=${language}" novalidate><p class="field"><label for="body">${t.add}</label><span class="hint" id="body-hint">${t.addHint}</span><textarea id="body" name="body" rows="4" aria-describedby="body-hint"></textarea></p>
<p class="field"><label for="files">${words[language].form.files}</label><input id="files" type="file" name="files" multiple></p><p><button type="submit">${t.addSend}</button></p></form>`
}

/** The rule and its source beside the date; how it was counted, for whoever wants to count it again. */
const whyThatDate = ({ why: [rule, source, ...counted] }: FollowedCase, question: string): Html | string =>
  rule ? html`<p class="hint">${rule} ${source}</p><details><summary>${question}</summary><ul>${counted.map((sentence) => html`<li>${sentence}</li>`)}</ul></details>` : ''

async function add(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  await throttle(needs.ground.db, [[`public-form:${request.ip}`, { limit: 60, windowSeconds: 600 }]])
  const at = request.params as At
  const company = await companyAt(needs, at)
  // Whoever does not hold the secret leaves not a byte here.
  if ((await look(needs, company, at, language)) === 'expired') throw new NotFound('case')
  const form = await readForm(request, needs.blobs, () => Promise.resolve(true))
  const body = cleanText((form.fields['body'] ?? '').slice(0, 20_000)).text.trim()
  const here = `/seguimiento/${encodeURIComponent(at.number)}/${encodeURIComponent(at.secret)}?lang=${language}`
  if (body === '' && form.files.length === 0) return reply.redirect(`${here}&agregado=0`, 303)
  try {
    await doWork(needs.ground, publicActor(company.id, language), async (work) => {
      const theCase = await opened(needs, work, at)
      const files = await Promise.all(form.files.map((file) => file.keep(work)))
      await hearCustomer(work, theCase.id, { body: body || files.map(({ name }) => name).join(', '), files: files.map(({ id }) => id) })
    })
  } finally {
    await discardFiles(form)
  }
  return reply.redirect(`${here}&agregado=1`, 303)
}

async function opened(needs: ChannelsNeeds, work: Work, { number, secret }: At): Promise<FollowedCase> {
  const theCase = await readFollowed(needs, work, number, secret)
  if (theCase === 'expired') throw new NotFound('case')
  return theCase
}

async function paper(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  await countLook(needs, request)
  const company = await companyAt(needs, request.params as At)
  const document = await doWork(needs.ground, publicActor(company.id, language), async (work) => {
    const theCase = await opened(needs, work, request.params as At)
    return acknowledgementPaper(needs, work.tx, company.id, theCase.id, { language, withLink: true })
  }, { readOnly: true })
  return sendPaper(reply, document)
}

/** A file of a message that this case shows its customer; its id alone opens nothing. */
async function download(needs: ChannelsNeeds, request: FastifyRequest, reply: FastifyReply) {
  const language = languageIn(request)
  const { fileId, ...at } = request.params as At & { fileId: string }
  await countLook(needs, request)
  const company = await companyAt(needs, at)
  const file = await doWork(needs.ground, publicActor(company.id, language), async (work) => {
    const theCase = await opened(needs, work, at)
    if (!theCase.messages.some(({ files }) => files.some(({ id }) => id === fileId))) throw new NotFound('file')
    const [found] = await work.tx<{ id: string; name: string; size: number; mediaType: string; sha256: Buffer }>`
      select id, name, size, media_type, sha256 from files where organisation_id = ${company.id} and id = ${fileId}`
    return { ...found!, sha256: found!.sha256.toString('hex') }
  }, { readOnly: true })
  return sendFile(needs.blobs, file, request, reply)
}
