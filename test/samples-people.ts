import { newId } from '#kernel/id.ts'
import { aPerson, PASSWORD } from '#test/people-server.ts'
import type { Place, Sample, Samples } from '#test/samples.ts'

const somebody = ({ ground, organisationId, branchId }: Place) => aPerson({ ground }, organisationId, 'agent', { branchId })
const aboutSomebody = (more: Partial<Sample> = {}) => async (place: Place): Promise<Sample> => ({ reach: 'organisation', params: { personId: (await somebody(place)).id }, ...more })
const self = (more: Partial<Sample> = {}) => (): Sample => ({ reach: 'self', ...more })

const aToken = async ({ ground, organisationId, branchId }: Place): Promise<string> => {
  const id = newId()
  await ground.db.asOwner((tx) => tx`
    insert into api_tokens (organisation_id, id, name, token_hash, role, branch_id, created_by)
    values (${organisationId}, ${id}, 'Prax', ${Buffer.from(id)}, 'agent', ${branchId}, ${id})`)
  return id
}
const anAbsence = async (place: Place): Promise<string> => {
  const { id: personId } = await somebody(place)
  const id = newId()
  await place.ground.db.asOwner((tx) => tx`
    insert into absences (organisation_id, id, person_id, from_on, until_on) values (${place.organisationId}, ${id}, ${personId}, '2026-07-01', '2099-07-10')`)
  return id
}
const code = () => newId().slice(-6).toUpperCase()

export const peopleSamples: Samples = {
  SignOut: self(),
  ReadMe: self(),
  EditMe: self({ body: { theme: 'dark' } }),
  ChangePassword: self({ body: { current: 'no es esta', password: PASSWORD }, answered: 409 }),
  ListMySessions: self(),
  EndMySession: () => ({ reach: 'self', params: { sessionId: newId() }, answered: 404 }),
  EndOtherSessions: self(),
  StartSecondFactor: self({ body: { password: 'no es esta' }, answered: 409 }),
  ConfirmSecondFactor: self({ body: { code: '123456' }, answered: 409 }),
  RemoveSecondFactor: self({ body: { password: 'no es esta' }, answered: 409 }),

  ListApiTokens: () => ({ reach: 'organisation-list' }),
  CreateApiToken: ({ branchId }) => ({ reach: 'organisation', body: { name: 'Prax', role: 'agent', branchId } }),
  EndApiToken: async (place) => ({ reach: 'organisation', params: { tokenId: await aToken(place) } }),

  ReadOrganisation: self(),
  EditOrganisation: self({ body: { taxId: '900.123.456-8' } }),
  ListBranches: () => ({ reach: 'organisation-list' }),
  AddBranch: () => ({ reach: 'self', body: { code: code(), name: 'Nueva' } }),
  EditBranch: ({ branchId }) => ({ reach: 'organisation', params: { branchId }, body: { city: 'Cali' } }),
  ReadCoverage: () => ({ reach: 'organisation-list' }),
  ListAreas: () => ({ reach: 'organisation-list' }),
  AddArea: () => ({ reach: 'self', body: { code: code(), name: 'Nueva' } }),
  EditArea: ({ areaId }) => ({ reach: 'organisation', params: { areaId }, body: { nameEn: 'Deliveries' } }),
  ListSuppliers: () => ({ reach: 'organisation-list' }),
  AddSupplier: () => ({ reach: 'self', body: { name: code() } }),
  EditSupplier: ({ supplierId }) => ({ reach: 'organisation', params: { supplierId }, body: { name: code() } }),

  ListStaff: () => ({ reach: 'organisation-list', query: { limit: '200' } }),
  ReadStaffMember: aboutSomebody(),
  InviteStaff: ({ branchId }) => ({ reach: 'organisation', body: { name: 'Nueva', email: `${newId()}@gases.example`, grants: [{ role: 'agent', branchId }] } }),
  EditStaffMember: aboutSomebody({ body: { post: 'Agente de noche' } }),
  InviteAgain: aboutSomebody({ body: {} }),
  DisableStaffMember: aboutSomebody({ body: {} }),
  EnableStaffMember: aboutSomebody(),
  ResetSecondFactor: aboutSomebody(),
  AddGrant: aboutSomebody({ body: { role: 'quality' } }),
  EditGrant: async (place) => {
    const { id, grantId } = await somebody(place)
    return { reach: 'organisation', params: { personId: id, grantId }, body: { untilOn: '2099-01-01' } }
  },
  EndGrant: async (place) => {
    const { id, grantId } = await somebody(place)
    return { reach: 'organisation', params: { personId: id, grantId } }
  },
  ListAbsences: () => ({ reach: 'organisation-list' }),
  AddAbsence: async (place) => ({ reach: 'organisation', body: { personId: (await somebody(place)).id, fromOn: '2026-07-01', untilOn: '2099-07-10' } }),
  RemoveAbsence: async (place) => ({ reach: 'organisation', params: { absenceId: await anAbsence(place) } }),
}
