import { languageOf } from '#platform/server/http.ts'
import { on, onOpen, type Route } from '#platform/server/route.ts'
import * as account from '../contract-account.ts'
import * as places from '../contract-places.ts'
import * as people from '../contract-staff.ts'
import { createApiToken, endApiToken, listApiTokens } from './api-tokens.ts'
import { showCoverage } from './coverage.ts'
import { acceptInvitation, askNewPassword, readLink } from './invitations.ts'
import { addAbsence, endAbsence, listAbsences } from './keep-absences.ts'
import { addArea, editArea, listAreas } from './keep-areas.ts'
import { addBranch, editBranch, listBranches } from './keep-branches.ts'
import { addGrant, editGrant, takeGrantAway } from './keep-grants.ts'
import { editOrganisation, showOrganisation } from './keep-organisation.ts'
import { disableStaffMember, editStaffMember, enableStaffMember, inviteAgain, inviteStaff, listStaff, readStaffMember, resetSecondFactor } from './keep-staff.ts'
import { addSupplier, editSupplier, listSuppliers } from './keep-suppliers.ts'
import { changePassword, editMe, endMySession, endOtherSessions, listMySessions, readMe, readSession, signOut } from './my-account.ts'
import type { PeopleNeeds } from './needs.ts'
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from './second-factor.ts'
import { setUp, setUpDemonstration, showSetUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

const secret = { secret: true }
/** Seen with the reach of managing staff: who administers must learn which cases somebody leaves, and reads none by themselves. */
const asManager = { sees: 'staff.manage' }

export const peopleRoutes = (needs: PeopleNeeds): Route[] => [
  onOpen(account.ReadSetUp, ({ request }) => showSetUp(needs, languageOf(request, null))),
  onOpen(account.SetUp, ({ body, request, reply }) => setUp(needs, body, { request, reply })),
  onOpen(account.SetUpDemonstration, () => setUpDemonstration(needs)),
  onOpen(account.ReadSession, ({ request }) => readSession(needs, request)),
  onOpen(account.SignIn, ({ body, request, reply }) => signIn(needs, body, { request, reply })),
  onOpen(account.AskNewPassword, ({ body, request }) => askNewPassword(needs, body, { request })),
  onOpen(account.ReadInvitation, ({ body }) => readLink(needs, body)),
  onOpen(account.AcceptInvitation, ({ body, request, reply }) => acceptInvitation(needs, body, { request, reply })),

  on(account.SignOut, 'signed-in', (work, { reply }) => signOut(needs, work, reply)),
  on(account.ReadMe, 'signed-in', (work) => readMe(work)),
  on(account.EditMe, 'signed-in', (work, { body }) => editMe(needs, work, body)),
  on(account.ChangePassword, 'signed-in', (work, { body }) => changePassword(needs, work, body), secret),
  on(account.ListMySessions, 'signed-in', (work) => listMySessions(work)),
  on(account.EndMySession, 'signed-in', (work, { params }) => endMySession(needs, work, params)),
  on(account.EndOtherSessions, 'signed-in', (work) => endOtherSessions(needs, work)),
  on(account.StartSecondFactor, 'signed-in', (work, { body }) => startSecondFactor(needs, work, body), secret),
  on(account.ConfirmSecondFactor, 'signed-in', (work, { body }) => confirmSecondFactor(needs, work, body), secret),
  on(account.RemoveSecondFactor, 'signed-in', (work, { body }) => removeSecondFactor(needs, work, body), secret),

  on(account.ListApiTokens, 'staff.manage', (work) => listApiTokens(work)),
  on(account.CreateApiToken, 'staff.manage', (work, { body }) => createApiToken(work, body), secret),
  on(account.EndApiToken, 'staff.manage', (work, { params }) => endApiToken(needs, work, params)),

  on(places.ReadOrganisation, 'signed-in', (work) => showOrganisation(work)),
  on(places.EditOrganisation, 'settings.manage', (work, { body, ifMatch }) => editOrganisation(needs, work, body, ifMatch)),
  on(places.ListBranches, 'signed-in', (work) => listBranches(work)),
  on(places.AddBranch, 'settings.manage', (work, { body }) => addBranch(work, body)),
  on(places.EditBranch, 'settings.manage', (work, { params, body, ifMatch }) => editBranch(work, params.branchId, body, ifMatch)),
  on(places.ReadCoverage, 'settings.read', (work) => showCoverage(work)),
  on(places.ListAreas, 'signed-in', (work) => listAreas(work)),
  on(places.AddArea, 'settings.manage', (work, { body }) => addArea(work, body)),
  on(places.EditArea, 'settings.manage', (work, { params, body, ifMatch }) => editArea(work, params.areaId, body, ifMatch)),
  on(places.ListSuppliers, 'staff.read', (work) => listSuppliers(work)),
  on(places.AddSupplier, 'settings.manage', (work, { body }) => addSupplier(work, body)),
  on(places.EditSupplier, 'settings.manage', (work, { params, body, ifMatch }) => editSupplier(work, params.supplierId, body, ifMatch)),

  on(people.ListStaff, 'staff.read', (work, { query }) => listStaff(work, query)),
  on(people.ReadStaffMember, 'staff.read', (work, { params }) => readStaffMember(work, params.personId)),
  on(people.InviteStaff, 'staff.manage', (work, { body }) => inviteStaff(needs, work, body)),
  on(people.EditStaffMember, 'staff.manage', (work, { params, body, ifMatch }) => editStaffMember(needs, work, params.personId, body, ifMatch)),
  on(people.InviteAgain, 'staff.manage', (work, { params }) => inviteAgain(needs, work, params.personId), secret),
  on(people.DisableStaffMember, 'staff.manage', (work, { params, body }) => disableStaffMember(needs, work, params.personId, body), asManager),
  on(people.EnableStaffMember, 'staff.manage', (work, { params }) => enableStaffMember(needs, work, params.personId)),
  on(people.ResetSecondFactor, 'staff.manage', (work, { params }) => resetSecondFactor(needs, work, params.personId)),
  on(people.AddGrant, 'staff.manage', (work, { params, body }) => addGrant(needs, work, params.personId, body)),
  on(people.EditGrant, 'staff.manage', (work, { params, body }) => editGrant(needs, work, params, body.untilOn)),
  on(people.EndGrant, 'staff.manage', (work, { params }) => takeGrantAway(needs, work, params)),

  on(people.ListAbsences, 'staff.read', (work, { query }) => listAbsences(work, query)),
  on(people.AddAbsence, 'signed-in', (work, { body }) => addAbsence(needs, work, body)),
  on(people.RemoveAbsence, 'signed-in', (work, { params }) => endAbsence(needs, work, params.absenceId)),
]
