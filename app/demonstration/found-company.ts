import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { CO } from '#modules/calendars/packs/CO.ts'
import { assignCalendar, insertCalendar, insertCalendarVersion } from '#modules/calendars/server/store.ts'
import { addApprovalRule } from '#modules/cases/server/keep-approvals.ts'
import { addCause } from '#modules/cases/server/keep-causes.ts'
import { addProduct } from '#modules/cases/server/keep-products.ts'
import { addRoutingRule } from '#modules/cases/server/keep-routing.ts'
import { addTemplate } from '#modules/cases/server/keep-templates.ts'
import { createOrganisation, saveSetting } from '#modules/people/public.ts'
import { grantOf } from '#modules/people/rules/granting.ts'
import { addArea } from '#modules/people/server/keep-areas.ts'
import { addBranch } from '#modules/people/server/keep-branches.ts'
import { giveGrant } from '#modules/people/server/keep-grants.ts'
import { addSupplier } from '#modules/people/server/keep-suppliers.ts'
import { hashPassword } from '#modules/people/server/password-hash.ts'
import { insertPerson } from '#modules/people/server/store-staff.ts'
import { doWork, systemActor, type Ground } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { onOrganisationCreated } from '../reactions.ts'
import { CAUSES, type DemoCause } from './causes.ts'
import { APPROVALS, COMPANY, ROUTES } from './company.ts'
import { AREAS, BRANCHES } from './places.ts'
import { FAMILY_NAMES, PRODUCTS } from './products.ts'
import { STAFF, SUPPLIER, type DemoGrant } from './staff.ts'
import { TEMPLATES } from './templates.ts'

/** The ids that the plan's codes and keys became. */
export type Founded = {
  organisationId: string
  branches: Map<string, string>
  areas: Map<string, string>
  causes: Map<string, string>
  products: Map<string, string>
  /** By the key of a person: whoever acts in the plan. */
  people: Map<string, Actor>
}

const FIRST = BRANCHES[0]!
const HEAD = STAFF.find(({ key }) => key === 'jefe')!

/** The company as it was on its first day: places, staff, calendars, causes, routes and templates, by the verbs of whoever sets one up. */
export async function foundCompany(ground: Ground, password: string): Promise<Founded> {
  const created = await createOrganisation({ ground, onOrganisationCreated }, {
    organisation: { ...COMPANY, taxId: COMPANY.taxId },
    branch: { code: FIRST.code, name: FIRST.name, city: FIRST.city },
    person: { name: HEAD.name, email: HEAD.email, password },
  })
  const { organisationId } = created
  const passwordHash = await hashPassword(password)
  return doWork(ground, systemActor(organisationId), async (work) => {
    await saveSetting(work.tx, organisationId, 'demonstration', true)
    await saveSetting(work.tx, organisationId, 'demonstrationPassword', password)
    await saveSetting(work.tx, organisationId, 'demonstrationPasswordHash', passwordHash)
    const branches = await openBranches(work, created.branchId)
    const areas = new Map<string, string>()
    for (const area of AREAS) areas.set(area.code, (await addArea(work, area)).id)
    const supplier = await addSupplier(work, { name: SUPPLIER.name })
    const places = { branches, areas, supplierId: supplier.id }
    const people = await employ(work, places, { headId: created.personId, passwordHash })
    const causes = await plantCauses(work, areas)
    const products = new Map<string, string>()
    for (const { code, name, nameEn, family } of PRODUCTS) products.set(code, (await addProduct(work, { code, name, nameEn, family: FAMILY_NAMES[family], active: true })).id)
    await layRoutes(work, { areas, branches, causes, people })
    for (const template of TEMPLATES) await addTemplate(work, { ...template, kinds: [...template.kinds], active: true })
    for (const { kinds, amountAbove } of APPROVALS) await addApprovalRule(work, { kinds: [...kinds], amountAbove, active: true })
    return { organisationId, branches, areas, causes, products, people }
  })
}

async function openBranches(work: Work, firstId: string): Promise<Map<string, string>> {
  const { tx, actor, now } = work
  const branches = new Map([[FIRST.code as string, firstId]])
  await tx`update branches set address = ${FIRST.address}, telephone = ${FIRST.telephone} where organisation_id = ${actor.organisationId} and id = ${firstId}`
  for (const { code, name, city, address, telephone } of BRANCHES.slice(1)) branches.set(code, (await addBranch(work, { code, name, city, address, telephone })).id)
  for (const { code, name, week } of BRANCHES) {
    const calendarId = newId()
    void insertCalendar(tx, actor.organisationId, { id: calendarId, name })
    const definition = { id: calendarId, version: 1, timeZone: CO.timeZone, week, holidays: CO.holidays, specialDays: [] }
    void insertCalendarVersion(tx, actor.organisationId, { definition, reason: 'Horario de la sucursal', by: actor.id, at: now })
    await assignCalendar(tx, actor.organisationId, { id: newId(), branchId: branches.get(code)!, calendarId })
  }
  return branches
}

type Places = { branches: Map<string, string>; areas: Map<string, string>; supplierId: string }

async function employ(work: Work, places: Places, { headId, passwordHash }: { headId: string; passwordHash: string }): Promise<Map<string, Actor>> {
  const { tx, actor, now } = work
  const people = new Map<string, Actor>()
  for (const { key, name, post, email, language, grants } of STAFF) {
    const id = key === HEAD.key ? headId : newId()
    if (id === headId) await tx`update people set post = ${post}, password_hash = ${passwordHash} where organisation_id = ${actor.organisationId} and id = ${id}`
    else await insertPerson(tx, actor.organisationId, { id, name, email, post, language, passwordHash, now })
    for (const grant of grants) if (id !== headId) await giveGrant(work, id, { ...placeOf(grant, places), substitute: grant.substitute ?? false, untilOn: null })
    const held = id === headId ? [...grants, { role: 'admin' as const }] : grants
    people.set(key, { kind: 'person', id, organisationId: actor.organisationId, name, language, grants: held.map((grant) => grantOf(grant.role, placeOf(grant, places))), sessionId: null })
  }
  return people
}

const placeOf = ({ role, branch, area, supplier }: DemoGrant, { branches, areas, supplierId }: Places) => ({
  role, branchId: branch ? branches.get(branch)! : null, areaId: area ? areas.get(area)! : null, supplierId: supplier ? supplierId : null,
})

/** Parents before children; the classes that a new company begins with give way to its own. */
async function plantCauses(work: Work, areas: Map<string, string>): Promise<Map<string, string>> {
  const { tx, actor } = work
  await tx`update causes set active = false where organisation_id = ${actor.organisationId}`
  const before = new Map((await tx<{ code: string; id: string }>`select code, id from causes where organisation_id = ${actor.organisationId}`).map(({ code, id }) => [code, id]))
  const ids = new Map<string, string>()
  const plant = async ({ code, parent, area, kinds, ...facts }: DemoCause) => {
    if (before.has(code)) await tx`update causes set code = code || '-0' where organisation_id = ${actor.organisationId} and id = ${before.get(code)}`
    const added = await addCause(work, { ...facts, code, kinds: [...kinds], parentId: parent ? ids.get(parent)! : null, areaId: area ? areas.get(area)! : null, active: true })
    ids.set(code, added.id)
  }
  const depth = ({ code }: DemoCause) => code.split('.').length
  for (const cause of [...CAUSES].sort((a, b) => depth(a) - depth(b))) await plant(cause)
  return ids
}

async function layRoutes(work: Work, { areas, branches, causes, people }: Pick<Founded, 'areas' | 'branches' | 'causes' | 'people'>): Promise<void> {
  // A class or typology stands for every cause below it.
  const below = (codes: readonly string[]) => [...causes].filter(([code]) => codes.some((asked) => code === asked || code.startsWith(`${asked}.`))).map(([, id]) => id)
  for (const [position, route] of ROUTES.entries())
    await addRoutingRule(work, {
      position, name: route.name, areaId: areas.get(route.area)!, ownerId: route.owner ? people.get(route.owner)!.id : null, active: true,
      conditions: {
        ...(route.kinds && { kinds: [...route.kinds] }), ...(route.causes && { causeIds: below(route.causes) }),
        ...(route.branches && { branchIds: route.branches.map((code) => branches.get(code)!) }), ...(route.severities && { severities: [...route.severities] }),
      },
    })
}
