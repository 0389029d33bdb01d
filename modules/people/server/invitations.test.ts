import { expect, test } from 'vitest'
import { aCompany, aPeopleServer, asking, signedIn } from '#test/people-server.ts'

const people = await aPeopleServer()
const { server, ground } = people
const company = await aCompany(people)
const { branchId } = company
const head = await signedIn(server, company.email)

const queuedLinks = async (email: string) =>
  (await ground.db.asOwner((tx) => tx<{ url: string }>`select content -> 'link' ->> 'url' as url from outgoing_mails where recipient = ${email} order by id`)).map(({ url }) => url.split('#')[1]!)

test('where no mail leaves, whoever invites is told, and gives a link by hand; that it was shown stands in the history', async () => {
  people.needs.hasMailServer = false
  try {
    const email = 'marta@gases.example'
    const invited = (await head('POST', '/staff', { name: 'Marta Sáenz', email, grants: [{ role: 'agent', branchId }] })).json()
    expect(invited).toMatchObject({ state: 'invited', mailHeld: 'no-mail-server' })
    expect(JSON.stringify(invited)).not.toContain('invitacion#')
    const { link } = (await head('POST', `/staff/${invited.id}/invitations`, {})).json()
    const [first, second] = await queuedLinks(email)
    expect(link.split('#')[1]).toBe(second)
    const visitor = asking(server, null)
    expect((await visitor('POST', '/invitations/acceptances', { token: first, password: 'tres palabras sueltas' })).json().code).toBe('invitation-expired')
    expect((await visitor('POST', '/invitations/acceptances', { token: second, password: 'tres palabras sueltas' })).json()).toEqual({ state: 'signed-in' })
    const shown = await ground.db.asOwner((tx) => tx`select 1 from history where action = 'person.link-shown' and subject_id = ${invited.id}`)
    expect(shown).toHaveLength(1)
    // A program would come in as somebody else by it.
    const { token } = (await head('POST', '/api-tokens', { name: 'Prax', role: 'head' })).json()
    const other = (await head('POST', '/staff', { name: 'Otra Persona', email: 'persona@gases.example', grants: [{ role: 'agent', branchId }] })).json()
    const program = asking(server, null, { authorization: `Bearer ${token}` })
    expect((await program('POST', `/staff/${other.id}/invitations`, {})).json()).toMatchObject({ link: null })
  } finally {
    people.needs.hasMailServer = true
  }
})

test('where mails leave, no link is shown to anybody but the one it is for', async () => {
  const invited = (await head('POST', '/staff', { name: 'Otra', email: 'otra@gases.example', grants: [{ role: 'agent', branchId }] })).json()
  expect(invited.mailHeld).toBeNull()
  expect((await head('POST', `/staff/${invited.id}/invitations`, {})).json()).toMatchObject({ link: null })
})

test('in the demonstration no mail leaves, whatever is set', async () => {
  await ground.db.asOwner((tx) => tx`update organisations set settings = settings || '{"demonstration": true}' where organisation_id = ${company.organisationId}`)
  expect((await head('POST', '/staff', { name: 'Más', email: 'mas@gases.example', grants: [{ role: 'agent', branchId }] })).json().mailHeld).toBe('demonstration')
})
