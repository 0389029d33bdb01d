import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { AddCustomer, ListCustomers, type AskedCustomer } from '#modules/customers/contract.ts'
import { createCustomer } from '#modules/customers/server/create-customer.ts'
import { listCustomers } from '#modules/customers/server/find-customers.ts'
import { doWork } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import type { TestGround } from './harness.ts'

/** An organisation with a branch, and somebody of it who may do everything with customers. */
export async function aCustomerBase(ground: TestGround) {
  const [organisationId, branchId, personId] = [newId(), newId(), newId()]
  await ground.db.asOwner(async (tx) => {
    void tx`insert into organisations (organisation_id, name, country, language, time_zone) values (${organisationId}, 'Gases del Centro', 'CO', 'es', 'America/Bogota')`
    void tx`insert into branches (organisation_id, id, code, name, city, time_zone) values (${organisationId}, ${branchId}, 'BOG', 'Bogotá', 'Bogotá', 'America/Bogota')`
    await tx`insert into people (organisation_id, id, name, email) values (${organisationId}, ${personId}, 'Ana Ruiz', ${`${personId}@gases.example`})`
  })
  const permissions = new Set(['customers.read', 'customers.edit', 'customers.import'])
  const grant = { role: 'head', permissions, branchId: null, areaId: null, supplierId: null }
  const actor: Actor = { kind: 'person', id: personId, organisationId, name: 'Ana Ruiz', language: 'es', grants: [grant], sessionId: null }
  const supplierAgent: Actor = { ...actor, grants: [{ ...grant, role: 'supplier-agent', supplierId: newId() }] }
  const work = <T>(body: (work: Work) => Promise<T>, as: Actor = actor) => doWork(ground, as, body, { sees: 'customers.read' })
  return {
    organisationId, branchId, actor, supplierAgent, work,
    add: (asked: { name: string } & Partial<AskedCustomerIn>) => work((one) => createCustomer(one, AddCustomer.body!.parse(asked))),
    find: async (text: string, as: Actor = actor) => (await work((one) => listCustomers(one, ListCustomers.query!.parse({ find: text })), as)).items,
    calling: async (telephone: string, as: Actor = actor) => (await work((one) => listCustomers(one, ListCustomers.query!.parse({ telephone })), as)).items,
  }
}

type AskedCustomerIn = { [K in keyof AskedCustomer]: unknown }
