import { describe, expect, test } from 'vitest'
import { CO } from '../packs/CO.ts'
import { XX } from '../packs/XX.ts'
import { broughtBy, factsAsked } from './facts-asked.ts'

const asked = ({ terms, decision, flags }: typeof CO, carried: readonly string[] = []) => factsAsked({ rules: terms, decision, flags, carried })

describe('what of a case its rules ask', () => {
  test('are the subjects that any of them names', () =>
    expect(asked(CO).subjects).toEqual(expect.arrayContaining(['warranty-repair', 'withdrawal', 'do-not-contact', 'adverse-event', 'data-deletion', 'information'])))
  test('not what follows from the channel or from what happens', () => expect(asked(CO).flags).toEqual(['electronic-commerce', 'incomplete', 'other-competence']))
  test('the user of LP gas only where the company is the utility that owes them', () => expect(asked(CO, ['es_ESP_GLP']).flags).toEqual(['lpg-user', 'electronic-commerce', 'incomplete', 'other-competence']))
  test('what a country asks is its own', () => expect(asked(XX)).toEqual({ subjects: [], flags: ['urgent'] }))
  test('nothing where there are no rules', () => expect(factsAsked({ rules: [], decision: [], flags: CO.flags, carried: [] })).toEqual({ subjects: [], flags: [] }))
})

test('a flag brings the rules that name it and the families that a step with it opens', () => {
  expect(broughtBy('es_ESP_GLP', CO.terms, CO.decision).map(({ id }) => id)).toEqual(['CO-SPD-PQR', 'CO-SPD-SAP', 'CO-SPD-NOT', 'CO-SPD-REC', 'CO-SPD-SUI'])
  expect(broughtBy('authority', CO.terms, CO.decision).map(({ id }) => id)).toEqual(['CO-PET-CONS'])
})
