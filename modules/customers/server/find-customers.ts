import { pageOf, readCursor } from '#kernel/cursor.ts'
import type { QueryOf } from '#kernel/endpoint.ts'
import { writeIdentityDocument } from '#kernel/identity-document.ts'
import { telephoneKeys } from '#kernel/telephone.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { CustomerHit, ListCustomers } from '../contract.ts'
import { identityTypesOf } from '../rules/identity.ts'
import { maskHit, seesMasked } from '../rules/mask.ts'
import { readFind, type FindAsked } from '../rules/read-find.ts'
import { countryOf, type CustomerRow } from './store.ts'

type Asked = QueryOf<typeof ListCustomers>
type HitRow = CustomerRow & { city: string; why: CustomerHit['why']; matched: string | null; findText: string }

const FACTS = sql`
  c.id, c.kind, c.source, c.code, c.name, c.trade_name, c.identity_type, c.identity_number, c.identity_check_digit, c.segment, c.branch_id, c.active, c.find_text,
  coalesce((select s.city from customer_sites s where s.organisation_id = c.organisation_id and s.customer_id = c.id and s.active order by s.id limit 1), '') as city`
// A statement of its own where ids are given: one plan for both may walk all names to find three.
const filters = ({ id, branchId, segment, active }: Asked) => sql`
  ${id ? sql`c.id = any(${id}::uuid[])` : sql`true`} and (${branchId ?? null}::uuid is null or c.branch_id = ${branchId ?? null}) and (${segment ?? null}::text is null or c.segment = ${segment ?? null})
  and (${active ?? null}::text is null or c.active = (${active ?? null}::text = 'yes'))`

/** Found, best first; or, with nothing to find, all by name, page by page. */
export async function listCustomers({ tx, actor }: Work, asked: Asked) {
  const masked = seesMasked(actor)
  const [{ country } = { country: 'CO' }] = await countryOf(tx, actor.organisationId)
  const find = findOf(asked, country)
  const rows = find ? await foundRows(tx, actor.organisationId, find, asked) : await rowsByName(tx, actor.organisationId, asked)
  const { items, nextCursor } = pageOf(rows, asked.limit, ({ findText, id }) => [findText, id])
  const types = identityTypesOf(country)
  return {
    items: items.map((row) => {
      const hit = hitOf(row, row.identityType === null ? null : writeIdentityDocument(types, { type: row.identityType, number: row.identityNumber ?? '', checkDigit: row.identityCheckDigit }))
      return masked ? maskHit(hit, wholeNumber(find)) : hit
    }),
    // What is found is ranked, and all of it is shown at once.
    nextCursor: find ? null : nextCursor,
    masked,
  }
}

function findOf({ find, telephone }: Asked, country: string): FindAsked | null {
  if (telephone !== undefined) {
    const { exact, candidates, lastSeven } = telephoneKeys(telephone, { country })
    return { typed: '', digits: null, numbers: [...exact, ...candidates], lastSevens: lastSeven }
  }
  return find === undefined || find.trim() === '' ? null : readFind(find, { country })
}

const wholeNumber = (find: FindAsked | null) => (find?.digits && find.digits.length >= 7 ? find.digits : null)

function hitOf({ id, kind, source, code, name, tradeName, segment, branchId, active, city, why, matched }: HitRow, identity: string | null): CustomerHit {
  return { id, kind, source, code, name, tradeName, identity, segment, branchId, active, city, why, matched }
}

/** A name mistyped is mended only where what was typed finds too few, and never a number. */
async function foundRows(tx: Tx, organisationId: string, find: FindAsked, asked: Asked): Promise<HitRow[]> {
  const exact = await hits(tx, organisationId, find, asked)
  if (exact.length >= asked.limit || find.digits !== null || !/\p{L}{3}/u.test(find.typed)) return exact
  const known = new Set(exact.map(({ id }) => id))
  const rough = await roughHits(tx, organisationId, find, asked)
  return [...exact, ...rough.filter(({ id }) => !known.has(id))].slice(0, asked.limit)
}

// Filters that the found may fail: more are asked for, so that enough are left.
const MOST_FILTERED = 200
const mostOf = ({ limit, id, branchId, segment, active }: Asked) => (id ?? branchId ?? segment ?? active ? MOST_FILTERED : limit * 2)

// 'offset 0' keeps the found few a loop over the key: joined freely, a plan for any arguments may read all customers instead.
const hits = (tx: Tx, organisationId: string, { typed, digits, numbers, lastSevens }: FindAsked, asked: Asked) => tx.run<HitRow>(sql`
  select ${FACTS}, f.why, f.matched
  from acuse.find_customers(${typed}, ${digits}, ${numbers}, ${lastSevens}, ${mostOf(asked)}) f
  cross join lateral (select * from customers one where one.organisation_id = ${organisationId} and one.id = f.customer_id offset 0) c
  where ${filters(asked)}
  order by f.score - case when c.active then 0 else 0.5 end desc, c.find_text, c.id
  limit ${asked.limit}`)

const roughHits = (tx: Tx, organisationId: string, { typed }: FindAsked, asked: Asked) => tx.run<HitRow>(sql`
  select ${FACTS}, f.why, f.matched
  from acuse.find_customers_roughly(${typed}, ${mostOf(asked)}) f
  cross join lateral (select * from customers one where one.organisation_id = ${organisationId} and one.id = f.customer_id offset 0) c
  where ${filters(asked)}
  order by f.score - case when c.active then 0 else 0.5 end desc, c.find_text, c.id
  limit ${asked.limit}`)

function rowsByName(tx: Tx, organisationId: string, asked: Asked): Promise<HitRow[]> {
  const [findText, id] = readCursor(asked.cursor, ['text', 'id']) ?? [null, null]
  return tx.run<HitRow>(sql`
    select ${FACTS}, null as why, null as matched
    from customers c
    where c.organisation_id = ${organisationId}
      and (${findText}::text is null or (c.find_text, c.id) > (${findText}::text, ${id}::uuid))
      and ${filters(asked)}
    order by c.find_text, c.id
    limit ${asked.limit + 1}`)
}
