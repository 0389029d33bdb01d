-- Whatever comes in or goes out by any door is one row, its raw form kept, before the door is answered.
create table contacts (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  door            text not null,
  direction       text not null,
  at              timestamptz(3) not null,
  branch_id       uuid,
  supplier_id     uuid,
  customer_id     uuid,
  taken_by        uuid not null,
  raw             jsonb not null,
  outcome         text,
  case_id         uuid,
  reason          text,
  primary key (organisation_id, id),
  constraint door_is_known check (door in ('telephone', 'visit', 'letter', 'mail', 'web', 'whatsapp', 'driver', 'internal', 'api')),
  constraint direction_is_known check (direction in ('in', 'out')),
  constraint outcome_is_explained check (outcome is null or outcome in ('case', 'order', 'emergency') or (outcome = 'none' and length(reason) > 0)),
  constraint case_when_case check (outcome is distinct from 'case' or case_id is not null)
) partition by range (id);
select acuse.years_of('contacts', 2025, 2027);
create index contacts_of_case on contacts (organisation_id, case_id);
create index contacts_unexplained on contacts (organisation_id, branch_id, at) where outcome is null;
select acuse.belongs_to_organisation('contacts',
  '(select acuse.sees_all()) or branch_id = any ((select acuse.branches())::uuid[]) or supplier_id = any ((select acuse.suppliers())::uuid[]) or taken_by = (select acuse.actor())');
