-- A customer is one row of its organisation, found by whatever is known of it; a code is one customer's within its source.
-- Sites, contacts, telephones and addresses are edited under the version of their customer.

-- Text as it is looked for: folded, dots and apostrophes gone ('S.A.S.' is sas), the rest words with one blank between.
create function acuse.find_text(text) returns text language sql immutable strict parallel safe
  as $$ select trim(regexp_replace(translate(acuse.folded($1), '.''’´`', ''), '[^[:alnum:]]+', ' ', 'g')) $$;
create function acuse.find_words(text) returns tsvector language sql immutable strict parallel safe
  as $$ select array_to_tsvector(string_to_array($1, ' ')) $$;

create table customers (
  organisation_id      uuid not null references organisations,
  id                   uuid not null,
  kind                 text not null,
  -- Who gave the code: the commercial system's name; 'acuse' for those first written here.
  source               text not null default 'acuse',
  code                 text,
  name                 text not null,
  trade_name           text not null default '',
  identity_type        text,
  identity_number      text,
  identity_check_digit text,
  segment              text not null default '',
  branch_id            uuid,
  active               boolean not null default true,
  version              integer not null default 1,
  created_at           timestamptz(3) not null default now(),
  -- Hash of the source's row as last imported: the same row again does nothing.
  source_mark          bytea,
  find_text            text collate "C" not null generated always as (acuse.find_text(name || ' ' || trade_name)) stored,
  find_words           tsvector not null generated always as (acuse.find_words(acuse.find_text(name || ' ' || trade_name))) stored,
  find_code            text collate "C" generated always as (replace(acuse.find_text(code), ' ', '')) stored,
  find_digits          text not null generated always as (
    coalesce(identity_number || coalesce(identity_check_digit, ''), '') || ' ' || regexp_replace(coalesce(code, ''), '\D', '', 'g')) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, branch_id) references branches,
  constraint customer_kind_is_known check (kind in ('company', 'person')),
  constraint customer_code_once unique (organisation_id, source, code),
  constraint customer_has_a_name check (length(trim(name)) > 0),
  constraint identity_has_type_and_number check ((identity_type is null) = (identity_number is null))
);
create index customers_by_identity on customers (organisation_id, identity_number) where identity_number is not null;
create index customers_by_code on customers (organisation_id, find_code) where find_code is not null;
create index customers_by_name on customers (organisation_id, find_text, id);
create index customers_by_branch on customers (organisation_id, branch_id, id);
-- Without the organisation: its list would be walked beside every other, and a database mostly holds one.
create index customers_by_words on customers using gin (find_words);
create index customers_by_digits on customers using gin (find_digits gin_trgm_ops);
select acuse.belongs_to_organisation('customers');

create table customer_sites (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  customer_id     uuid not null,
  name            text not null default '',
  address         text not null,
  city            text not null default '',
  branch_id       uuid,
  active          boolean not null default true,
  -- Came with the source's row, and goes or changes with it.
  from_source     boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, branch_id) references branches
);
create index sites_of_customer on customer_sites (organisation_id, customer_id);
select acuse.belongs_to_organisation('customer_sites');

create table customer_contacts (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  customer_id     uuid not null,
  site_id         uuid,
  name            text not null,
  post            text not null default '',
  active          boolean not null default true,
  from_source     boolean not null default false,
  find_text       text not null generated always as (acuse.find_text(name)) stored,
  find_words      tsvector not null generated always as (acuse.find_words(acuse.find_text(name))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, site_id) references customer_sites,
  constraint contact_has_a_name check (length(trim(name)) > 0)
);
create index contacts_of_customer on customer_contacts (organisation_id, customer_id);
create index contacts_by_words on customer_contacts using gin (find_words);
select acuse.belongs_to_organisation('customer_contacts');

-- The number as it was written is kept for ever. Where it can be read in one way alone it has its E.164; a number of
-- seven digits of before 2021 has candidates, by which its owner is found but never taken for certain.
create table customer_telephones (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  customer_id     uuid not null,
  contact_id      uuid,
  original        text not null,
  e164            text,
  candidates      text[] not null default '{}',
  last_seven      text,
  extension       text,
  kind            text not null,
  label           text not null default '',
  from_source     boolean not null default false,
  find_digits     text not null generated always as (regexp_replace(coalesce(e164, original), '\D', '', 'g')) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, contact_id) references customer_contacts,
  constraint telephone_kind_is_known check (kind in ('mobile', 'fixed', 'toll-free', 'premium', 'unknown')),
  constraint e164_is_whole check (e164 ~ '^\+[1-9]\d{7,14}$')
);
create index telephones_of_customer on customer_telephones (organisation_id, customer_id);
create index telephones_by_number on customer_telephones (organisation_id, e164) where e164 is not null;
create index telephones_by_last_seven on customer_telephones (organisation_id, last_seven) where last_seven is not null;
create index telephones_by_digits on customer_telephones using gin (find_digits gin_trgm_ops);
select acuse.belongs_to_organisation('customer_telephones');

create table customer_emails (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  customer_id     uuid not null,
  contact_id      uuid,
  address         text not null,
  from_source     boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, contact_id) references customer_contacts,
  constraint customer_email_is_folded check (address = lower(address))
);
create index emails_of_customer on customer_emails (organisation_id, customer_id);
create index emails_by_address on customer_emails (organisation_id, address text_pattern_ops);
create index emails_by_piece on customer_emails using gin (address gin_trgm_ops);
select acuse.belongs_to_organisation('customer_emails');

-- Who last heard from the customer that a field is right, and when. A field that changes is unverified again.
create table customer_verifications (
  organisation_id uuid not null references organisations,
  customer_id     uuid not null,
  -- The customer itself, or the telephone, address, site or contact.
  subject_id      uuid not null,
  field           text not null,
  verified_at     timestamptz(3) not null,
  verified_by     uuid not null,
  primary key (organisation_id, customer_id, subject_id, field),
  foreign key (organisation_id, customer_id) references customers,
  constraint verified_field_is_known check (field in ('name', 'identity', 'segment', 'branch', 'telephone', 'email', 'site', 'contact'))
);
select acuse.belongs_to_organisation('customer_verifications');

-- Every word of a name, once: a word mistyped is first mended here, where there are few, and then looked for.
create table customer_words (
  organisation_id uuid not null references organisations,
  word            text not null,
  primary key (organisation_id, word)
);
create index words_by_likeness on customer_words using gin (word gin_trgm_ops);
select acuse.belongs_to_organisation('customer_words');

-- In the order of the words, so that two transactions never wait for one another.
create function acuse.keep_customer_words() returns trigger language plpgsql security definer set search_path = public, acuse, pg_temp as $$
begin
  insert into customer_words (organisation_id, word)
  select distinct n.organisation_id, w.word from named n, unnest(tsvector_to_array(n.find_words)) w(word)
  where w.word ~ '^[[:alpha:]]{3,40}$'
    and not exists (select from customer_words k where k.organisation_id = n.organisation_id and k.word = w.word)
  order by 1, 2
  on conflict do nothing;
  return null;
end
$$;
create trigger keep_words after insert on customers referencing new table as named for each statement execute function acuse.keep_customer_words();
create trigger keep_words_changed after update on customers referencing new table as named for each statement execute function acuse.keep_customer_words();
create trigger keep_words after insert on customer_contacts referencing new table as named for each statement execute function acuse.keep_customer_words();
create trigger keep_words_changed after update on customer_contacts referencing new table as named for each statement execute function acuse.keep_customer_words();

-- Trigrams, text search and LIKE may not be asked of an index under row-level security (their operators are not leakproof),
-- so what is typed is looked for as the owner of the tables, within the asker's organisation and nowhere else, and only ids
-- with a reason come out; the rows themselves are then read under the policies.

-- `typed` as written; `digits` when it is a number or a piece of one; `numbers` E.164 and `last_sevens` that it may be read as.
create function acuse.find_customers(typed text, digits text, numbers text[], last_sevens text[], most integer)
  returns table (customer_id uuid, score real, why text, matched text)
  -- Few are found: told so, the planner fetches each by its key instead of reading all customers.
  language plpgsql stable rows 40 security definer set search_path = public, acuse, pg_temp
  -- The planner takes every prefix for a common one, and would read the table for a rare one.
  set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
  own uuid := acuse.organisation();
  said text := acuse.find_text(typed);
  said_code text := replace(acuse.find_text(typed), ' ', '');
  all_words tsquery := (select string_agg(quote_literal(w) || ':*', ' & ') from unnest(string_to_array(acuse.find_text(typed), ' ')) w)::tsquery;
begin
  return query
  -- Materialized, so that the limit does not make the planner hope for early matches along another index; read only as far as asked.
  with beginning as materialized (
    select c.id, c.find_text from customers c
    where c.organisation_id = own and length(said) >= 2 and c.find_text like said || '%' order by c.find_text, c.id limit 50
  ), named as materialized (
    select n.id, n.find_text from customers n
    where n.organisation_id = own and length(said) >= 2 and (select count(*) from beginning) < most and n.find_words @@ all_words
  ), contacts as materialized (
    select n.customer_id, n.find_text, n.name from customer_contacts n
    where n.organisation_id = own and length(said) >= 3 and (select count(*) from beginning) < most and n.find_words @@ all_words
  ), hits (customer_id, score, why, matched) as (
    (select c.id, 1.0, 'identity', c.identity_number from customers c
      where c.organisation_id = own and (c.identity_number in (digits, upper(said_code))
        or (c.identity_number = left(digits, -1) and c.identity_check_digit = right(digits, 1))) limit 50)
    union all
    (select t.customer_id, 0.99, 'telephone', t.original from customer_telephones t
      where t.organisation_id = own and t.e164 = any (numbers) limit 50)
    union all
    (select t.customer_id, case when t.candidates && numbers then 0.9 else 0.85 end, 'telephone-candidate', t.original from customer_telephones t
      where t.organisation_id = own and t.last_seven = any (last_sevens) limit 50)
    union all
    (select c.id, case when c.find_code = said_code then 0.97 else 0.7 end, 'code', c.code from customers c
      where c.organisation_id = own and length(said_code) >= 2 and c.find_code like said_code || '%' order by c.find_code limit 50)
    union all
    (select e.customer_id, case when e.address = lower(trim(typed)) then 0.98 else 0.72 end, 'email', e.address from customer_emails e
      where e.organisation_id = own and typed like '%@%' and length(typed) >= 4
        and e.address like '%' || replace(replace(lower(trim(typed)), '\', ''), '%', '') || '%' limit 50)
    union all
    (select c.id, 0.6, 'digits', case when position(digits in c.find_digits) <= length(coalesce(c.identity_number, '')) then c.identity_number else c.code end
      from customers c where c.organisation_id = own and length(digits) >= 4 and c.find_digits like '%' || digits || '%' limit 50)
    union all
    (select t.customer_id, 0.58, 'digits', t.original from customer_telephones t
      where t.organisation_id = own and length(digits) >= 4 and t.find_digits like '%' || digits || '%' limit 50)
    union all
    (select c.id, case when c.find_text = said then 0.96 else 0.9 end, 'name', null from beginning c)
    union all
    (select c.id, 0.74 + 0.1 * similarity(c.find_text, said), 'name', null from (select * from named limit 300) c)
    union all
    (select c.customer_id, 0.68 + 0.1 * similarity(c.find_text, said), 'contact', c.name from (select * from contacts limit 100) c)
  )
  select h.customer_id, max(h.score)::real, (array_agg(h.why order by h.score desc, h.why))[1], (array_agg(h.matched order by h.score desc, h.why))[1]
  from hits h group by h.customer_id order by 2 desc, 1 limit most;
end
$$;

-- The same for a name mistyped: each word as the organisation's own words that are most like it.
create function acuse.find_customers_roughly(typed text, most integer)
  returns table (customer_id uuid, score real, why text, matched text)
  -- Few are found: told so, the planner fetches each by its key instead of reading all customers.
  language plpgsql stable rows 40 security definer set search_path = public, acuse, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off
  set pg_trgm.similarity_threshold = 0.4 as $$
declare
  own uuid := acuse.organisation();
  said text := acuse.find_text(typed);
  alike tsquery;
begin
  select string_agg('(' || words.meant || ')', ' & ' order by words.nth) into alike
  from (
    select w.nth, (
      select string_agg(quote_literal(k.word) || case when k.word like w.word || '%' then ':*' else '' end, ' | ')
      from (
        (select w.word)
        union
        (select n.word from customer_words n where n.organisation_id = own and length(w.word) >= 3 and n.word % w.word
          order by similarity(n.word, w.word) desc, n.word limit 8)
        union
        (select n.word from customer_words n where n.organisation_id = own and length(w.word) >= 4 and n.word like '%' || w.word || '%' limit 8)
      ) k) as meant
    from unnest(string_to_array(said, ' ')) with ordinality w (word, nth)
  ) words;
  return query
  with named as materialized (
    select n.id, n.find_text from customers n where n.organisation_id = own and n.find_words @@ alike
  ), contacts as materialized (
    select n.customer_id, n.find_text, n.name from customer_contacts n where n.organisation_id = own and n.find_words @@ alike
  ), hits (customer_id, score, why, matched) as (
    (select c.id, 0.3 + 0.3 * word_similarity(said, c.find_text), 'name-alike', null::text from (select * from named limit 200) c)
    union all
    (select c.customer_id, 0.25 + 0.3 * word_similarity(said, c.find_text), 'contact-alike', c.name from (select * from contacts limit 100) c)
  )
  select h.customer_id, max(h.score)::real, (array_agg(h.why order by h.score desc, h.why))[1], (array_agg(h.matched order by h.score desc, h.why))[1]
  from hits h group by h.customer_id order by 2 desc, 1 limit most;
end
$$;
revoke all on function acuse.find_customers(text, text, text[], text[], integer), acuse.find_customers_roughly(text, integer) from public;
grant execute on function acuse.find_customers(text, text, text[], text[], integer), acuse.find_customers_roughly(text, integer) to acuse_app;

-- An import: a file read once into rows, each checked, then applied some hundreds at a time, each row whole or not at all.
-- How far it is stands here, written with what it did: a killed import goes on from there and does nothing twice.
create table customer_imports (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  source          text not null,
  file_id         uuid,
  file_name       text not null,
  -- Which column is what, by the columns' names, and how the file is to be read.
  mapping         jsonb not null,
  reading         jsonb not null,
  columns         jsonb not null default '[]',
  dry_run         boolean not null,
  language        text not null,
  state           text not null default 'reading',
  read            integer not null default 0,
  created         integer not null default 0,
  updated         integer not null default 0,
  unchanged       integer not null default 0,
  refused         integer not null default 0,
  to_apply        integer not null default 0,
  -- The last row read, and the last applied.
  read_to         integer not null default 0,
  applied_to      integer not null default 0,
  -- Why the file as a whole was not imported: { code, details }.
  problem         jsonb,
  started_by      uuid not null,
  started_at      timestamptz(3) not null,
  touched_at      timestamptz(3) not null,
  finished_at     timestamptz(3),
  primary key (organisation_id, id),
  constraint import_state_is_known check (state in ('reading', 'applying', 'done', 'failed')),
  constraint import_ends_once check ((finished_at is not null) = (state in ('done', 'failed')))
);
create index imports_by_start on customer_imports (organisation_id, started_at desc, id desc);
create index imports_under_way on customer_imports (touched_at) where finished_at is null;
select acuse.belongs_to_organisation('customer_imports');

-- Rows on their way: gone when the import ends, but for the refused, which stay with their cells to be mended.
create table customer_import_rows (
  organisation_id uuid not null references organisations,
  import_id       uuid not null,
  row_number      integer not null,
  code            text,
  outcome         text not null,
  content         jsonb,
  mark            bytea,
  -- Of refused rows alone: [{ column, value, code, details }], and the cells as they came.
  problems        jsonb,
  cells           jsonb,
  primary key (organisation_id, import_id, row_number),
  foreign key (organisation_id, import_id) references customer_imports,
  constraint import_outcome_is_known check (outcome in ('create', 'update', 'unchanged', 'refused')),
  constraint refused_with_reason check ((outcome = 'refused') = (problems is not null))
);
create index import_rows_by_code on customer_import_rows (organisation_id, import_id, code) where code is not null;
create index import_rows_refused on customer_import_rows (organisation_id, import_id, row_number) where outcome = 'refused';
select acuse.belongs_to_organisation('customer_import_rows');
