import { expect, test } from 'vitest'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { acknowledgementForm } from '#modules/cases/server/case-mails.ts'
import type { LeavingMail } from '#platform/server/send-mails.ts'
import { anApp } from '#test/app-server.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

// Two companies on one installation: a customer's link opens their case, and every page of the public stays with its company.
const ground = await aGround()
const app = await anApp(ground)
const [one, two] = [await aCompany(ground, { targets: defaultTargets() }), await aCompany(ground, { targets: defaultTargets() })]
await ground.db.asOwner((tx) => tx`update organisations set name = 'Oxígenos del Sur' where organisation_id = ${two.organisationId}`)
const nameOf = async ({ organisationId }: typeof one) => (await ground.db.asOwner((tx) => tx<{ name: string }>`select name from organisations where organisation_id = ${organisationId}`))[0]!.name
const get = (url: string) => app.server.inject({ method: 'GET', url })
const needs = { secretOf: app.secretOf, publicUrl: app.publicUrl, log: app.ground.log }

/** The link as it stands in the mail that leaves. */
async function mailed(company: typeof one): Promise<{ number: string; path: string }> {
  const registered = await aCase(company, await anActor(company, 'head'), { description: `Lo de ${company.organisationId}` })
  const mail = { organisationId: company.organisationId, subjectId: registered.id, language: 'es', recipientName: null } as LeavingMail
  const { link } = await acknowledgementForm(ground, needs)(mail)
  return { number: registered.number, path: new URL(link!.url).pathname }
}

test('the link in a mail opens the case of its company, with its paper, though the other gave the same number', async () => {
  const [mine, theirs] = [await mailed(one), await mailed(two)]
  expect(mine.number).toBe(theirs.number)
  for (const [company, { path }] of [[one, mine], [two, theirs]] as const) {
    const shown = await get(path)
    expect([shown.statusCode, shown.body.includes(`Lo de ${company.organisationId}`), shown.body.includes(await nameOf(company))]).toEqual([200, true, true])
    expect((await get(`${path}/acuse.pdf`)).headers['content-type']).toContain('pdf')
  }
  const [, , number, secret] = theirs.path.split('/')
  expect((await get(`/seguimiento?numero=${number}&codigo=${secret}`)).headers.location).toContain(theirs.path)
  // Whatever company the address names, the secret decides.
  expect((await get(`${theirs.path}?empresa=${one.organisationId}`)).body).toContain(`Lo de ${two.organisationId}`)
  expect((await get(`/seguimiento/${number}/${'A'.repeat(22)}?empresa=${two.organisationId}`)).statusCode).toBe(404)
})

test('whoever comes without a company chooses one, and stays with it from page to page', async () => {
  const choice = await get('/atencion/nuevo?serial=CL-1')
  expect(choice.statusCode).toBe(200)
  const [href] = [...choice.body.matchAll(/href="(\/atencion\/nuevo[^"]+)"/g)].map(([, found]) => found!.replaceAll('&amp;', '&')).filter((found) => found.includes(two.organisationId))
  const form = await get(href!)
  expect(form.body).toContain('Oxígenos del Sur')
  expect(form.body).toContain('value="CL-1"')
  const links = [...form.body.matchAll(/(?:href|action)="(\/(?:atencion|seguimiento)[^"]*)"/g), ...(await get(`/atencion?empresa=${two.organisationId}`)).body.matchAll(/(?:href|action)="(\/(?:atencion|seguimiento)[^"]*)"/g)].map(([, found]) => found!)
  expect(links.length).toBeGreaterThan(4)
  expect(links.filter((link) => !link.includes(`empresa=${two.organisationId}`))).toEqual([])
})

test('what is filed with one company is registered there', async () => {
  const { body } = await get(`/atencion/nuevo?empresa=${two.organisationId}`)
  const [action, id, seal] = [/action="([^"]+)"/, /name="id" value="([^"]+)"/, /name="seal" value="([^"]+)"/].map((found) => found.exec(body)![1]!.replaceAll('&amp;', '&'))
  const sent = await app.server.inject({
    method: 'POST', url: action!, headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ id: id!, seal: seal!, kind: 'claim', description: 'El cilindro llegó vacío', consent: 'yes' }).toString(),
  })
  expect(sent.statusCode).toBe(303)
  expect((await get(sent.headers.location!)).body).toContain('Oxígenos del Sur')
  expect(await ground.db.asOwner((tx) => tx`select organisation_id from cases where id = ${id}`)).toEqual([{ organisationId: two.organisationId }])
})
