-- Every row belongs to one organisation, and the database itself keeps others away from it.
create schema if not exists acuse;
-- An owner called acuse would otherwise put everything into the schema of its name.
set search_path = public;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

do $$
begin
  if not exists (select from pg_roles where rolname = 'acuse_app') then
    create role acuse_app nologin;
  end if;
  execute format('grant acuse_app to %I', current_user);
end
$$;
grant usage on schema acuse, public to acuse_app;

-- Who reads and writes, set once in each transaction; wrapped in (select …) a policy asks them once a statement.
create function acuse.organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('acuse.organisation', true), '')::uuid $$;
create function acuse.actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('acuse.actor', true), '')::uuid $$;
create function acuse.sees_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('acuse.all', true), 'off') = 'on' $$;
create function acuse.branches() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('acuse.branches', true), ''), '{}')::uuid[] $$;
create function acuse.areas() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('acuse.areas', true), ''), '{}')::uuid[] $$;
create function acuse.suppliers() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('acuse.suppliers', true), ''), '{}')::uuid[] $$;

-- Accents and case off, ñ as n: what names, addresses and codes are searched by. Immutable, for indexes.
create function acuse.folded(text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
-- Typed without its accent, '-cion' would not meet the stem of '-ción'.
create function acuse.searchable(text) returns text language sql immutable strict parallel safe
  as $$ select regexp_replace($1, '([csx])ion\M', '\1ión', 'gi') $$;

-- A table of an organisation: closed to other organisations, open to the program in its own.
create function acuse.belongs_to_organisation(target regclass, also text default 'true') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy own_organisation on %s to acuse_app using (organisation_id = (select acuse.organisation()) and (%s)) with check (organisation_id = (select acuse.organisation()))',
    target, also);
  execute format('grant select, insert, update, delete on %s to acuse_app', target);
end
$$;
-- The same for what is only added to.
create function acuse.only_grows(target regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from acuse_app', target);
end
$$;

-- The first id of a year (UTC), and a partition for each year of a table that only grows, with one before and one after.
create function acuse.first_id_of_year(year integer) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;
create function acuse.years_of(target text, first integer, last integer) returns void language plpgsql as $$
begin
  execute format('create table %I partition of %I for values from (minvalue) to (%L)', target || '_earlier', target, acuse.first_id_of_year(first));
  for year in first .. last loop
    execute format('create table %I partition of %I for values from (%L) to (%L)', target || '_' || year, target,
      acuse.first_id_of_year(year), acuse.first_id_of_year(year + 1));
  end loop;
  execute format('create table %I partition of %I for values from (%L) to (maxvalue)', target || '_later', target, acuse.first_id_of_year(last + 1));
end
$$;

create table organisations (
  organisation_id uuid primary key,
  name            text not null,
  tax_id          text,
  country         text not null,
  language        text not null,
  time_zone       text not null,
  settings        jsonb not null default '{}',
  -- Raised by every change of a rule, a calendar, a cause: what a process remembers of them is good for one version.
  settings_version integer not null default 1,
  created_at      timestamptz(3) not null default now(),
  constraint organisation_has_a_name check (length(trim(name)) > 0)
);
select acuse.belongs_to_organisation('organisations');

-- What happened: who, when, what, to what, why. Never personal text: that lives in its own row, named here by id and hash.
create table history (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  at              timestamptz(3) not null,
  actor_kind      text not null,
  actor_id        uuid not null,
  action          text not null,
  subject_kind    text not null,
  subject_id      uuid not null,
  reason          text,
  details         jsonb not null default '{}',
  primary key (organisation_id, id)
) partition by range (id);
-- Ids carry their instant (UUIDv7), so a range of ids is a span of time, and a year can be detached.
select acuse.years_of('history', 2025, 2027);
create index history_of_subject on history (organisation_id, subject_kind, subject_id, id);
create index history_by_instant on history (organisation_id, at desc);
select acuse.belongs_to_organisation('history');
select acuse.only_grows('history');

-- Written beside each row of history and removed when it is sealed, so that registering never waits for the chain.
create table history_pending (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  primary key (organisation_id, id)
);
select acuse.belongs_to_organisation('history_pending');

-- The chain: each seal covers its entry and the seal before. A verifier needs only these two tables and the anchors.
create table history_seals (
  organisation_id uuid not null references organisations,
  seq             bigint not null,
  entry_id        uuid not null,
  entry_hash      bytea not null,
  chain_hash      bytea not null,
  sealed_at       timestamptz(3) not null default now(),
  primary key (organisation_id, seq),
  constraint entry_sealed_once unique (organisation_id, entry_id)
);
select acuse.belongs_to_organisation('history_seals');
select acuse.only_grows('history_seals');

-- What a request with a key was answered, kept in the same transaction as what it did.
create table idempotency_keys (
  organisation_id uuid not null references organisations,
  actor_id        uuid not null,
  key             text not null,
  request_hash    bytea not null,
  status          integer not null,
  reply           jsonb not null,
  at              timestamptz(3) not null default now(),
  primary key (organisation_id, actor_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (organisation_id, at);
select acuse.belongs_to_organisation('idempotency_keys');

-- Bytes are stored under their hash before the row that names them.
create table files (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  sha256          bytea not null,
  size            bigint not null,
  media_type      text not null,
  name            text not null,
  uploaded_by     uuid not null,
  uploaded_at     timestamptz(3) not null default now(),
  primary key (organisation_id, id),
  constraint file_has_a_name check (length(name) between 1 and 255)
);
create index files_by_content on files (organisation_id, sha256);
select acuse.belongs_to_organisation('files');

-- Mail that is to leave. Without a mail server it waits here, in sight.
create table outgoing_mails (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  purpose         text not null,
  subject_kind    text not null,
  subject_id      uuid not null,
  recipient       text not null,
  recipient_name  text,
  language        text not null,
  content         jsonb not null,
  state           text not null default 'waiting',
  not_before      timestamptz(3) not null default now(),
  attempts        integer not null default 0,
  last_error      text,
  message_id      text,
  created_at      timestamptz(3) not null default now(),
  sent_at         timestamptz(3),
  primary key (organisation_id, id),
  constraint mail_state_is_known check (state in ('waiting', 'sending', 'sent', 'failed', 'cancelled'))
);
create index mails_to_send on outgoing_mails (not_before, organisation_id, id) where state in ('waiting', 'sending');
create index mails_of_subject on outgoing_mails (organisation_id, subject_kind, subject_id);
select acuse.belongs_to_organisation('outgoing_mails');
