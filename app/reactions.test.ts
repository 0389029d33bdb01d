import { expect, test } from 'vitest'
import { createOrganisation } from '#modules/people/public.ts'
import { anApp } from '#test/app-server.ts'
import { aGround } from '#test/harness.ts'
import { asking, cookieOf } from '#test/people-server.ts'
import { onOrganisationCreated } from './reactions.ts'

const ground = await aGround()

test('what set-up was told of the company’s own targets is what its terms begin with; the rest is as proposed', async () => {
  const { organisationId } = await createOrganisation({ ground, onOrganisationCreated }, {
    organisation: { name: 'Gases del Norte', taxId: '', country: 'CO', language: 'es', timeZone: 'America/Bogota' },
    branch: { code: 'BOG', name: 'Bogotá Norte', city: '' },
    person: { name: 'Rosa Ortega', email: 'rosa@gases.example', password: 'el cilindro azul pesa' },
    targets: { firstAnswerHours: null, areaAnswerDays: 5 },
  })
  const rules = await ground.db.asOwner((tx) => tx<{ id: string; amount: number | null }>`
    select id, (definition ->> 'amount')::int as amount from term_rules where organisation_id = ${organisationId} and id like 'INT-%' order by id`)
  expect(rules).toEqual([{ id: 'INT-AREA', amount: 5 }, { id: 'INT-COURTESY', amount: 10 }, { id: 'INT-FIRST', amount: null }])
})

test('a company set up in the browser has for its first case an owner and an area: its cause’s, or else customer service', async () => {
  const { server } = await anApp(await aGround())
  const reply = await asking(server, null)('POST', '/setup', {
    organisation: { name: 'Gases del Sur', country: 'CO', language: 'es', timeZone: 'America/Bogota' },
    branch: { code: 'CLO', name: 'Cali' },
    person: { name: 'Luis Mera', email: 'luis@gases.example', password: 'el cilindro azul pesa' },
  })
  const { personId } = reply.json() as { personId: string }
  const founder = asking(server, cookieOf(reply))
  const { items: causes } = (await founder('GET', '/causes')).json() as { items: { id: string; code: string }[] }
  const registered = async (code?: string) => {
    const causeId = causes.find((cause) => cause.code === code)?.id
    const { area, owner } = (await founder('POST', '/cases', { kind: 'complaint', channel: 'telephone', branch: 'CLO', description: 'El cilindro llegó vacío', customer: { status: 'anonymous' }, causeId })).json()
    return [area?.name, owner?.id]
  }
  expect(await registered()).toEqual(['Servicio al Cliente', personId])
  expect(await registered('ENT')).toEqual(['Entrega', personId])
  expect(await registered('FAC')).toEqual(['Servicio al Cliente', personId])
})
