import type { Route } from '#platform/server/route.ts'
import { on } from '#platform/server/route.ts'
import {
  AddContact, AddCustomer, AddEmail, AddSite, AddTelephone, EditContact, EditCustomer, EditSite, EditTelephone, ListCustomerReadings, ListCustomers, ReadCustomer, RemoveEmail,
  RemoveTelephone, VerifyCustomer,
} from '../contract.ts'
import { InspectImport, ListImports, ReadImport, ReadImportReport, StartImport } from '../contract-import.ts'
import { createCustomer } from './create-customer.ts'
import { editCustomer } from './edit-customer.ts'
import { addContact, addEmail, addSite, addTelephone, editContact, editSite, editTelephone, removeEmail, removeTelephone } from './edit-parts.ts'
import { listCustomers } from './find-customers.ts'
import { inspectImport, listImports, readImport, sendReport, startImport, type CustomersNeeds } from './import-doors.ts'
import { listReadings } from './list-readings.ts'
import { readCustomer } from './read-customer.ts'
import { verifyCustomer } from './verify-customer.ts'

const READ = 'customers.read'
const EDIT = 'customers.edit'
const IMPORT = 'customers.import'
const seen = { sees: READ }
type Part = { params: { customerId: string }; ifMatch: number | null }
const target = ({ params: { customerId }, ifMatch }: Part) => ({ customerId, ifMatch })

export const customerRoutes = (needs: CustomersNeeds): Route[] => [
  on(ListCustomers, READ, (work, { query }) => listCustomers(work, query), seen),
  on(ReadCustomer, READ, (work, { params }) => readCustomer(work, params), { ...seen, shows: (_, __, { id }) => ({ subjectId: id, seen: { kind: 'customer', id } }) }),
  on(ListCustomerReadings, 'audit.read', (work, { params, query }) => listReadings(work, params, query), { sees: 'audit.read' }),
  on(AddCustomer, EDIT, async (work, { body }) => readCustomer(work, { customerId: await createCustomer(work, body) }), seen),
  on(EditCustomer, EDIT, (work, asked) => editCustomer(work, target(asked), asked.body), seen),
  on(VerifyCustomer, EDIT, (work, { params, body }) => verifyCustomer(work, { ...params, ...body }), seen),
  on(AddTelephone, EDIT, (work, asked) => addTelephone(work, target(asked), asked.body), seen),
  on(EditTelephone, EDIT, (work, asked) => editTelephone(work, target(asked), asked.params.partId, asked.body), seen),
  on(RemoveTelephone, EDIT, (work, asked) => removeTelephone(work, target(asked), asked.params.partId), seen),
  on(AddEmail, EDIT, (work, asked) => addEmail(work, target(asked), asked.body), seen),
  on(RemoveEmail, EDIT, (work, asked) => removeEmail(work, target(asked), asked.params.partId), seen),
  on(AddSite, EDIT, (work, asked) => addSite(work, target(asked), asked.body), seen),
  on(EditSite, EDIT, (work, asked) => editSite(work, target(asked), asked.params.partId, asked.body), seen),
  on(AddContact, EDIT, (work, asked) => addContact(work, target(asked), asked.body), seen),
  on(EditContact, EDIT, (work, asked) => editContact(work, target(asked), asked.params.partId, asked.body), seen),
  on(InspectImport, IMPORT, (work, { body }) => inspectImport(needs, work, body)),
  on(StartImport, IMPORT, (work, { body }) => startImport(needs, work, body)),
  on(ListImports, IMPORT, (work, { query }) => listImports(work, query)),
  on(ReadImport, IMPORT, (work, { params }) => readImport(work, params)),
  on(ReadImportReport, IMPORT, (work, { params, reply }) => sendReport(needs, work, params, reply)),
]
