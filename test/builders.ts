import { expect } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import type { TermRule } from '#kernel/term.ts'
import { seedCalendars } from '#modules/calendars/public.ts'
import { RegisterCase } from '#modules/cases/contract.ts'
import type { CasesNeeds } from '#modules/cases/server/needs.ts'
import { registerCase } from '#modules/cases/server/register-case.ts'
import type { Role } from '#modules/people/contract.ts'
import { grantOf } from '#modules/people/rules/granting.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import type { TestGround } from '#test/harness.ts'

/** A company as tests need one: written straight into the tables, with the calendar and the rules of Colombia. */
export type Company = {
  ground: TestGround
  organisationId: string
  /** Ids by code. */
  branches: Record<string, string>
  areas: Record<string, string>
  causes: Record<string, string>
  supplierId: string
  customers: readonly { id: string; name: string }[]
  productId: string
}

type CompanyFacts = { branches?: readonly string[]; areas?: readonly string[]; causes?: readonly string[]; customers?: readonly string[]; targets?: readonly TermRule[] }

export async function aCompany(
  ground: TestGround,
  {
    branches = ['BOG', 'MED', 'CAL'], areas = ['ENT', 'GEC', 'ADQ'], causes = ['ENTREGA', 'FACTURA', 'CILINDRO'],
    customers = ['Clínica del Norte', 'Soldaduras Peña', 'Restaurante El Fogón'], targets = [],
  }: CompanyFacts = {},
): Promise<Company> {
  const idsOf = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, newId()]))
  const company: Company = {
    ground, organisationId: newId(), branches: idsOf(branches), areas: idsOf(areas), causes: idsOf(causes), supplierId: newId(),
    customers: customers.map((name) => ({ id: newId(), name })), productId: newId(),
  }
  const { organisationId } = company
  await ground.db.asOwner(async (tx) => {
    void tx`insert into organisations (organisation_id, name, country, language, time_zone) values (${organisationId}, 'Gases del Valle', 'CO', 'es', 'America/Bogota')`
    for (const [code, id] of Object.entries(company.branches))
      void tx`insert into branches (organisation_id, id, code, name, time_zone) values (${organisationId}, ${id}, ${code}, ${`Sucursal ${code}`}, 'America/Bogota')`
    for (const [code, id] of Object.entries(company.areas))
      void tx`insert into areas (organisation_id, id, code, name, name_en) values (${organisationId}, ${id}, ${code}, ${`Área ${code}`}, ${`Area ${code}`})`
    for (const [code, id] of Object.entries(company.causes))
      void tx`insert into causes (organisation_id, id, code, name, name_en) values (${organisationId}, ${id}, ${code}, ${`Causa ${code}`}, ${`Cause ${code}`})`
    for (const { id, name } of company.customers)
      void tx`insert into customers (organisation_id, id, kind, code, name) values (${organisationId}, ${id}, 'company', ${id.slice(-8)}, ${name})`
    void tx`insert into products (organisation_id, id, code, name) values (${organisationId}, ${company.productId}, 'OXI', 'Oxígeno medicinal')`
    await tx`insert into suppliers (organisation_id, id, name) values (${organisationId}, ${company.supplierId}, 'Contacto Total')`
  })
  await doWork(ground, systemActor(organisationId), (work) => seedCalendars(work, 'CO', targets))
  return company
}

type Where = { branchId?: string | null; areaId?: string | null; supplierId?: string | null }

/** Somebody of the company who holds this role there (several places: a grant for each), and can sign in to nothing. */
export async function anActor({ ground, organisationId }: Pick<Company, 'ground' | 'organisationId'>, role: Role, places: Where | readonly Where[] = {}, name = `Ana ${role}`): Promise<Actor> {
  const id = newId()
  const held = [places].flat().map(({ branchId = null, areaId = null, supplierId = null }: Where) => ({ branchId, areaId, supplierId }))
  await ground.db.asOwner(async (tx) => {
    await tx`insert into people (organisation_id, id, name, email, created_at) values (${organisationId}, ${id}, ${name}, ${`${id}@gases.example`}, ${ground.now()})`
    for (const { branchId, areaId, supplierId } of held)
      await tx`
        insert into grants (organisation_id, id, person_id, role, branch_id, area_id, supplier_id, from_on)
        values (${organisationId}, ${newId()}, ${id}, ${role}, ${branchId}, ${areaId}, ${supplierId}, '2020-01-01')`
  })
  return { kind: 'person', id, organisationId, name, language: 'es', grants: held.map((place) => grantOf(role, place)), sessionId: null }
}

/** What app/ would hand over. */
export const casesNeeds: CasesNeeds = { secretOf: (name) => `secret of ${name}`, publicUrl: new URL('http://localhost:4000'), log: { error: (found: unknown) => expect.fail(JSON.stringify(found)) } }

/** A piece of work of the actor in a transaction of its own. */
export const doing = <T>({ ground }: Pick<Company, 'ground'>, actor: Actor, body: (work: Work) => Promise<T>): Promise<T> => doWork(ground, actor, body)

let told = 0
type CaseAsked = Partial<z.input<typeof RegisterCase.body & {}>>

/** A case registered as anybody would; say only what matters. */
export function aCase(company: Company, actor: Actor, asked: CaseAsked = {}): Promise<ReplyOf<typeof RegisterCase>> {
  const branchId = asked.branch || asked.branchId ? {} : { branchId: actor.grants.find((grant) => grant.branchId)?.branchId ?? Object.values(company.branches)[0]! }
  const body = RegisterCase.body!.parse({
    kind: 'complaint', channel: 'mail', description: `El cilindro llegó tarde y vacío, pedido ${++told}`, ...branchId, ...asked,
  })
  return doing(company, actor, (work) => registerCase(casesNeeds, work, body))
}
