import { newId } from '#kernel/id.ts'
import type { Place, Sample, Samples } from '#test/samples.ts'

/** A customer with everything that hangs on one; its code, name and reach are for its own company alone. */
async function aCustomer({ ground, organisationId, branchId, hidden }: Place): Promise<Record<'customerId' | 'telephoneId' | 'emailId' | 'siteId' | 'contactId', string>> {
  const ids = { customerId: newId(), telephoneId: newId(), emailId: newId(), siteId: newId(), contactId: newId() }
  const mark = ids.customerId.slice(-12)
  const of = [organisationId, ids.customerId] as const
  await ground.db.asOwner(async (tx) => {
    void tx`insert into customers (organisation_id, id, kind, code, name, branch_id) values (${of[0]}, ${of[1]}, 'company', ${mark}, ${`Clínica ${mark}`}, ${branchId})`
    void tx`insert into customer_sites (organisation_id, customer_id, id, address) values (${of[0]}, ${of[1]}, ${ids.siteId}, ${`Calle ${mark}`})`
    void tx`insert into customer_contacts (organisation_id, customer_id, id, name) values (${of[0]}, ${of[1]}, ${ids.contactId}, ${`Ana ${mark}`})`
    void tx`insert into customer_telephones (organisation_id, customer_id, id, original, kind) values (${of[0]}, ${of[1]}, ${ids.telephoneId}, '601 234 5678', 'fixed')`
    await tx`insert into customer_emails (organisation_id, customer_id, id, address) values (${of[0]}, ${of[1]}, ${ids.emailId}, ${`${mark}@clinica.example`})`
  })
  hidden.push(...Object.values(ids), mark)
  return ids
}

export async function furnishCustomers(place: Place): Promise<void> {
  const { ground, organisationId, things, hidden } = place
  Object.assign(things, await aCustomer(place), { fileId: newId(), importId: newId() })
  await ground.db.asOwner(async (tx) => {
    void tx`
      insert into files (organisation_id, id, sha256, size, media_type, name, uploaded_by, uploaded_at)
      values (${organisationId}, ${things['fileId']}, ${Buffer.alloc(32)}, 3, 'text/csv', 'clientes.csv', ${newId()}, ${ground.now()})`
    await tx`
      insert into customer_imports (organisation_id, id, source, file_name, mapping, reading, dry_run, language, state, started_by, started_at, touched_at, finished_at)
      values (${organisationId}, ${things['importId']}, 'sap', ${`clientes ${things['importId']}.csv`}, '{}', '{}', true, 'es', 'done', ${newId()}, ${ground.now()}, ${ground.now()}, ${ground.now()})`
  })
  hidden.push(things['fileId']!, things['importId']!)
}

/** A customer is its company's: everybody there who may read customers reads it. */
const ofCustomer = (body?: object, part?: string) => ({ things }: Place): Sample => ({
  reach: 'organisation', params: { customerId: things['customerId']!, ...(part ? { partId: things[part]! } : {}) }, ...(body ? { body } : {}),
})
const ofNew = (part: 'telephoneId' | 'emailId') => async (place: Place): Promise<Sample> => {
  const ids = await aCustomer(place)
  return { reach: 'organisation', params: { customerId: ids.customerId, partId: ids[part] } }
}
/** The file was uploaded by nobody who asks here: it is as good as none. */
const ofFile = (more: object = {}) => ({ things }: Place): Sample => ({ reach: 'organisation', body: { fileId: things['fileId'], ...more }, answered: 409 })
const ofImport = ({ things }: Place): Sample => ({ reach: 'organisation', params: { importId: things['importId']! } })

export const customersSamples: Samples = {
  ListCustomers: () => ({ reach: 'organisation-list', query: { find: 'clínica', limit: '200' } }),
  ReadCustomer: ofCustomer(),
  AddCustomer: ({ branchId }) => ({ reach: 'organisation', body: { name: 'Soldaduras Peña', branchId, sites: [{ address: 'Calle 1', branchId }] } }),
  EditCustomer: ofCustomer({ tradeName: 'La Clínica' }),
  VerifyCustomer: ofCustomer({ field: 'name' }),
  AddCustomerTelephone: ofCustomer({ text: '601 234 5679' }),
  EditCustomerTelephone: ofCustomer({ label: 'Recepción' }, 'telephoneId'),
  RemoveCustomerTelephone: ofNew('telephoneId'),
  AddCustomerEmail: ofCustomer({ address: 'otra@clinica.example' }),
  RemoveCustomerEmail: ofNew('emailId'),
  AddCustomerSite: ofCustomer({ address: 'Calle 2' }),
  EditCustomerSite: ofCustomer({ city: 'Cali' }, 'siteId'),
  AddCustomerContact: ofCustomer({ name: 'Pedro' }),
  ListCustomerReadings: ofCustomer(),
  EditCustomerContact: ofCustomer({ post: 'Jefe' }, 'contactId'),
  InspectCustomerImport: ofFile(),
  StartCustomerImport: ofFile({ mapping: { code: 'Código', name: 'Nombre' } }),
  ListCustomerImports: () => ({ reach: 'organisation-list' }),
  ReadCustomerImport: ofImport,
  ReadCustomerImportReport: ofImport,
}
