import { newId } from '#kernel/id.ts'
import type { Work } from '#platform/server/work.ts'
import type { RowContent, RowTelephone } from '../rules/read-import-row.ts'
import type { CustomerRow } from './store.ts'
import { noteApplied, rowsToApply, type ImportRow } from './store-import.ts'
import {
  changeCustomers, customersByCode, deleteParts, historyOf, insertContacts, insertCustomers, insertEmails, insertSites, insertTelephones, partsFromSource,
  updateContacts, updateSites, type Parts,
} from './store-apply.ts'

type Row = { rowNumber: number; content: RowContent; mark: string }
type Known = CustomerRow & { mark: string | null }

/** Applies the next rows of an import, each whole, with how far it is, in one transaction. False when none is left. */
export async function applyBatch(work: Work, theImport: ImportRow, limit: number): Promise<boolean> {
  const { tx, actor, now } = work
  const { organisationId } = actor
  const rows = await rowsToApply(tx, { organisationId, importId: theImport.id }, { after: theImport.appliedTo, limit })
  if (rows.length === 0) return false
  const known = new Map((await customersByCode(tx, organisationId, theImport.source, rows.map(({ content }) => content.code))).map((row) => [row.code, row]))
  const news = rows.filter(({ content }) => !known.has(content.code))
  // Somebody else's import may have brought the same row meanwhile.
  const changed = rows.filter(({ content, mark }) => known.has(content.code) && known.get(content.code)?.mark !== mark)
  createAll(work, theImport, news)
  await changeAll(work, theImport, changed, known)
  void noteApplied(tx, { organisationId, importId: theImport.id }, {
    appliedTo: rows.at(-1)!.rowNumber, now, created: news.length, updated: changed.length, unchanged: rows.length - news.length - changed.length,
  })
  return true
}

function createAll({ tx, actor, now }: Work, theImport: ImportRow, rows: readonly Row[]): void {
  if (rows.length === 0) return
  const { organisationId } = actor
  const made = rows.map((row) => ({ id: newId(), ...row }))
  void insertCustomers(tx, organisationId, made.map(({ id, content, mark }) => ({ ...customerOf(content, BLANK), id, source: theImport.source, createdAt: now, mark })))
  insertParts(tx, organisationId, joinParts(made.map(({ id, content }) => newParts(id, content))))
  noteAll({ tx, actor, now }, theImport, 'customer.created', made.map(({ id }) => id))
}

const BLANK: Omit<CustomerRow, 'id' | 'source' | 'version' | 'code' | 'name'> = {
  kind: 'company', tradeName: '', identityType: null, identityNumber: null, identityCheckDigit: null, segment: '', branchId: null, active: true,
}

/** What the row says over what was before. */
function customerOf<Before extends typeof BLANK>(content: RowContent, before: Before) {
  const { kind, tradeName, segment, branchId, active, identity } = content
  return {
    ...before,
    code: content.code,
    name: content.name,
    kind: kind ?? before.kind,
    tradeName: tradeName ?? before.tradeName,
    segment: segment ?? before.segment,
    branchId: branchId === undefined ? before.branchId : branchId,
    active: active ?? before.active,
    ...(identity === undefined ? {} : { identityType: identity?.type ?? null, identityNumber: identity?.number ?? null, identityCheckDigit: identity?.checkDigit ?? null }),
  }
}

function newParts(customerId: string, { telephones = [], emails = [], site, contact }: RowContent): Parts {
  return {
    telephones: telephones.map((one) => ({ id: newId(), customerId, ...one })),
    emails: emails.map((address) => ({ id: newId(), customerId, address })),
    sites: site ? [{ id: newId(), customerId, ...site }] : [],
    contacts: contact ? [{ id: newId(), customerId, ...contact }] : [],
  }
}

const joinParts = (all: readonly Parts[]): Parts => ({
  telephones: all.flatMap((one) => one.telephones),
  emails: all.flatMap((one) => one.emails),
  sites: all.flatMap((one) => one.sites),
  contacts: all.flatMap((one) => one.contacts),
})

function insertParts(tx: Work['tx'], organisationId: string, { telephones, emails, sites, contacts }: Parts): void {
  if (telephones.length > 0) void insertTelephones(tx, organisationId, telephones)
  if (emails.length > 0) void insertEmails(tx, organisationId, emails)
  if (sites.length > 0) void insertSites(tx, organisationId, sites)
  if (contacts.length > 0) void insertContacts(tx, organisationId, contacts)
}

async function changeAll({ tx, actor, now }: Work, theImport: ImportRow, rows: readonly Row[], known: ReadonlyMap<string | null, Known>): Promise<void> {
  if (rows.length === 0) return
  const { organisationId } = actor
  const pairs = rows.map(({ content, mark }) => ({ content, mark, before: known.get(content.code)! }))
  void changeCustomers(tx, organisationId, pairs.map(({ content, mark, before }) => ({ ...customerOf(content, before), id: before.id, mark })))
  const parts = await partsFromSource(tx, organisationId, pairs.map(({ before }) => before.id))
  const changes = pairs.map(({ before, content }) => partChanges(before.id, content, ofCustomer(parts, before.id)))
  const gone = changes.flatMap(({ gone: ids }) => ids)
  if (gone.length > 0) deleteParts(tx, organisationId, gone)
  insertParts(tx, organisationId, joinParts(changes.map(({ added }) => added)))
  void updateSites(tx, organisationId, changes.flatMap(({ sites }) => sites))
  void updateContacts(tx, organisationId, changes.flatMap(({ contacts }) => contacts))
  noteAll({ tx, actor, now }, theImport, 'customer.edited', pairs.map(({ before }) => before.id))
}

const ofCustomer = (parts: Parts, id: string): Parts => ({
  telephones: parts.telephones.filter(({ customerId }) => customerId === id),
  emails: parts.emails.filter(({ customerId }) => customerId === id),
  sites: parts.sites.filter(({ customerId }) => customerId === id),
  contacts: parts.contacts.filter(({ customerId }) => customerId === id),
})

/** Of what came with the source's row before: what goes, what comes, what is another now. What people wrote here stays. */
function partChanges(customerId: string, content: RowContent, before: Parts) {
  const fresh = newParts(customerId, content)
  const numberOf = ({ e164, original }: Pick<RowTelephone, 'e164' | 'original'>) => e164 ?? original
  const telephones = content.telephones === undefined ? { gone: [], added: [] } : apart(before.telephones, fresh.telephones, numberOf)
  const emails = content.emails === undefined ? { gone: [], added: [] } : apart(before.emails, fresh.emails, ({ address }) => address)
  const [site, newSite] = [before.sites[0], fresh.sites[0]]
  const [contact, newContact] = [before.contacts[0], fresh.contacts[0]]
  return {
    gone: [...telephones.gone, ...emails.gone],
    added: { telephones: telephones.added, emails: emails.added, sites: newSite && !site ? [newSite] : [], contacts: newContact && !contact ? [newContact] : [] },
    sites: site && content.site !== undefined ? [{ ...(newSite ?? site), id: site.id, active: newSite !== undefined }] : [],
    contacts: contact && content.contact !== undefined ? [{ ...(newContact ?? contact), id: contact.id, active: newContact !== undefined }] : [],
  }
}

function apart<T extends { id: string }>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  return { gone: before.filter((one) => !has.has(keyOf(one))).map(({ id }) => id), added: after.filter((one) => !had.has(keyOf(one))) }
}

function noteAll({ tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>, { id: importId }: ImportRow, action: string, customerIds: readonly string[]): void {
  void historyOf(tx, actor, { at: now, action, importId, entries: customerIds.map((customerId) => ({ id: newId(), customerId })) })
}
