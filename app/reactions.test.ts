import { expect, test } from 'vitest'
import { createOrganisation } from '#modules/people/public.ts'
import { aGround } from '#test/harness.ts'
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
