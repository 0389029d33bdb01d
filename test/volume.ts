import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import type { Role } from '#modules/people/contract.ts'
import { grantOf } from '#modules/people/rules/granting.ts'
import type { Database } from '#platform/server/database.ts'

export type Volume = { organisationId: string; branches: string[]; areas: string[]; suppliers: string[]; people: { id: string; branchId: string }[] }

/** Phrases that a case's text is put together from: a few words stand in most texts, others in a few. */
const PHRASES = [
  'el cilindro llegó vacío a la clínica', 'la entrega del pedido no llegó en la fecha acordada', 'el conductor no quiso subir el cilindro hasta el taller',
  'la factura trae un valor que no corresponde', 'piden cambio de la válvula porque pierde presión', 'hay olor a gas en la cocina del restaurante',
  'el cliente agradece la atención de la oficina', 'solicita certificado de calidad del oxígeno medicinal', 'la manguera del regulador está dañada',
  'el precinto venía roto y sin etiqueta', 'nadie contesta el teléfono de la sucursal', 'se pide copia de la remisión firmada',
  'el acetileno no alcanza la pureza ofrecida', 'cobraron dos veces el mismo flete', 'esperan la devolución del depósito desde hace un mes',
  'el carro dejó los cilindros en la portería', 'la soldadura quedó porosa con ese argón', 'quieren cambiar el día de la visita',
  'el nitrógeno líquido se evaporó antes de usarse', 'el certificado de la prueba hidrostática está vencido',
]

/**
 * An organisation of many cases: two years of them, those of the last fortnight mostly unfinished. Made in the database, as the owner;
 * the same seed gives the same cases, ids apart.
 */
export async function aVolume(db: Database, { cases, branches, areas, now, messages = true }: { cases: number; branches: number; areas: number; now: string; messages?: boolean }): Promise<Volume> {
  const organisationId = newId()
  const many = (n: number) => Array.from({ length: n }, () => newId())
  const volume: Volume = { organisationId, branches: many(branches), areas: many(areas), suppliers: many(2), people: [] }
  volume.people = many(branches * 3).map((id, i) => ({ id, branchId: volume.branches[i % branches]! }))
  const people = volume.people.map(({ id }) => id)
  const [causes, customers] = [many(40), many(500)]
  await db.asOwner(async (tx) => {
    await tx`select setseed(0.5)`
    void tx`insert into organisations (organisation_id, name, country, language, time_zone) values (${organisationId}, 'Volumen', 'CO', 'es', 'America/Bogota')`
    void tx`insert into branches (organisation_id, id, code, name, time_zone) select ${organisationId}, id, 'B' || n, 'Sucursal ' || n, 'America/Bogota' from unnest(${volume.branches}::uuid[]) with ordinality b (id, n)`
    void tx`insert into areas (organisation_id, id, code, name, name_en) select ${organisationId}, id, 'A' || n, 'Área ' || n, 'Area ' || n from unnest(${volume.areas}::uuid[]) with ordinality b (id, n)`
    void tx`insert into suppliers (organisation_id, id, name) select ${organisationId}, id, 'Proveedor ' || n from unnest(${volume.suppliers}::uuid[]) with ordinality b (id, n)`
    void tx`insert into people (organisation_id, id, name, email) select ${organisationId}, id, 'Persona ' || n, n || '@gases.example' from unnest(${people}::uuid[]) with ordinality b (id, n)`
    void tx`insert into causes (organisation_id, id, code, name) select ${organisationId}, id, 'C' || n, 'Causa ' || n from unnest(${causes}::uuid[]) with ordinality b (id, n)`
    await tx`insert into customers (organisation_id, id, kind, name) select ${organisationId}, id, 'company', 'Cliente ' || n from unnest(${customers}::uuid[]) with ordinality b (id, n)`
    await tx`
      insert into cases (organisation_id, id, branch_id, year, seq, number, kind, channel, stage, status, severity, title, description, serial, order_number,
        customer_status, customer_id, reporter, cause_id, area_id, area_ids, owner_id, supplier_id, registered_by, received_at, registered_at, due_at, due_on, due_rule, waiting_for)
      select ${organisationId}, uuidv7(f.received_at - now()), (${volume.branches}::uuid[])[f.branch], 2026, f.i, 'B' || f.branch || '-2026-' || lpad(f.i::text, 6, '0'),
        (array['request', 'complaint', 'claim', 'suggestion'])[1 + f.i % 4], (array['telephone', 'mail', 'web', 'visit'])[1 + (f.i / 7) % 4], 'after-sale',
        f.status, (array['low', 'normal', 'normal', 'high'])[1 + (f.i / 3) % 4], f.phrases[1], array_to_string(f.phrases, '. ') || '. Referencia zr' || f.word, 
        case when f.i % 3 = 0 then 'CL-' || upper(substr(md5(f.i::text), 1, 9)) else '' end, case when f.i % 5 = 0 then 'PV' || (100000 + f.i) else '' end,
        'known', (${customers}::uuid[])[1 + f.i % 500],
        case when f.i % 2 = 0 then jsonb_build_object('telephone', '3' || (10 + f.i % 13) || ' ' || lpad((f.i::bigint * 7919 % 10000000)::text, 7, '0')) else '{}' end, (${causes}::uuid[])[1 + (f.i / 11) % 40],
        case when f.area_ids <> '{}' then f.area_ids[1] end, f.area_ids,
        case when f.chance > 0.05 then f.owner end, case when f.supplier > 0.7 then (${volume.suppliers}::uuid[])[1 + (f.i % 4) / 3] end, f.registrar, f.received_at, f.received_at,
        case when f.status = 'open' then f.received_at + interval '15 days' end, case when f.status = 'open' then (f.received_at + interval '15 days')::date end, 'rule',
        case when f.status = 'open' and f.waiting < 0.15 then 'area' end
      from (
        select i, branch, received_at, random() as chance, random() as supplier, random() as waiting, (random() * 50000)::integer as word,
          (${people}::uuid[])[branch + ${branches} * (i % 3)] as owner, (${people}::uuid[])[branch + ${branches} * ((i / 5) % 3)] as registrar,
          case when received_at > ${now}::timestamptz - interval '15 days' or random() < 0.001 then case when random() < 0.9 then 'open' else 'answered' end else 'closed' end as status,
          (select array_agg((${PHRASES}::text[])[1 + floor(power(random(), 2) * ${PHRASES.length})::integer]) from generate_series(1, 6) where i > 0) as phrases,
          case when random() < 0.3 then '{}'::uuid[] when random() < 0.8 then array[(${volume.areas}::uuid[])[1 + floor(random() * ${areas})::integer]]
            else array[(${volume.areas}::uuid[])[1 + floor(random() * ${areas})::integer], (${volume.areas}::uuid[])[1 + floor(random() * ${areas})::integer]] end as area_ids
        from (
          select i, 1 + floor(random() * ${branches})::integer as branch, ${now}::timestamptz - random() * interval '730 days' as received_at
          from generate_series(1, ${cases}) i
        ) g
      ) f`
    if (messages)
      await tx`
        insert into case_messages (organisation_id, id, case_id, kind, visibility, body, author_kind, author_id, at)
        select organisation_id, uuidv7(), id, 'note', 'internal', 'Se habló con el cliente: ' || (${PHRASES}::text[])[1 + seq % ${PHRASES.length}] || ' y queda en seguimiento nq' || (seq % 20000), 'person', registered_by, received_at
        from cases where organisation_id = ${organisationId} and seq % 3 = 0`
  })
  await db.asOwner((tx) => tx`select set_config('acuse.organisation', ${organisationId}, true), acuse.compact_tallies()`)
  await db.asOwner((tx) => tx`analyze`)
  return volume
}

/** Somebody who sees the volume by a role at those places. */
export const whoever = ({ organisationId }: Pick<Volume, 'organisationId'>, id: string, role: Role, places: readonly { branchId?: string; areaId?: string; supplierId?: string }[]): Actor => ({
  kind: 'person', id, organisationId, name: 'Alguien', language: 'es', sessionId: null,
  grants: places.map(({ branchId = null, areaId = null, supplierId = null }) => grantOf(role, { branchId, areaId, supplierId })),
})
