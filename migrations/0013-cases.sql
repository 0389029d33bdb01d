-- A case has one number for ever, one owner, one responsible area, and at least one running term while it is open.

create table products (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  code            text not null,
  name            text not null,
  name_en         text not null default '',
  family          text not null default '',
  active          boolean not null default true,
  primary key (organisation_id, id),
  constraint product_code_once unique (organisation_id, code)
);
select acuse.belongs_to_organisation('products');

-- The tree of causes: class → typology → sub-typology. What a case was given is the cause and its version.
create table causes (
  organisation_id     uuid not null references organisations,
  id                  uuid not null,
  code                text not null,
  parent_id           uuid,
  name                text not null,
  name_en             text not null default '',
  kinds               text[] not null default '{}',
  area_id             uuid,
  severity            text not null default 'normal',
  serial_required     boolean not null default false,
  procedure_undefined boolean not null default false,
  active              boolean not null default true,
  version             integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references causes,
  foreign key (organisation_id, area_id) references areas,
  constraint cause_code_once unique (organisation_id, code),
  constraint severity_is_known check (severity in ('low', 'normal', 'high', 'critical'))
);
create index causes_of_parent on causes (organisation_id, parent_id);
select acuse.belongs_to_organisation('causes');

create table cause_versions (
  organisation_id uuid not null references organisations,
  cause_id        uuid not null,
  version         integer not null,
  definition      jsonb not null,
  created_by      uuid not null,
  created_at      timestamptz(3) not null default now(),
  primary key (organisation_id, cause_id, version),
  foreign key (organisation_id, cause_id) references causes
);
select acuse.belongs_to_organisation('cause_versions');
select acuse.only_grows('cause_versions');

-- First rule in order that fits gives the area and the owner.
create table routing_rules (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  position        integer not null,
  name            text not null,
  conditions      jsonb not null default '{}',
  area_id         uuid,
  owner_id        uuid,
  active          boolean not null default true,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, area_id) references areas,
  foreign key (organisation_id, owner_id) references people
);
select acuse.belongs_to_organisation('routing_rules');

-- One happening that touched many customers: a case each, worked together.
create table case_groups (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  opened_by       uuid not null,
  opened_at       timestamptz(3) not null,
  primary key (organisation_id, id)
);
select acuse.belongs_to_organisation('case_groups');

create table cases (
  organisation_id     uuid not null references organisations,
  id                  uuid not null,
  branch_id           uuid not null,
  year                integer not null,
  seq                 integer not null,
  number              text not null,
  kind                text not null,
  channel             text not null,
  stage               text not null,
  status              text not null default 'open',
  severity            text not null default 'normal',
  title               text not null,
  description         text not null,
  wished_outcome      text not null default '',
  product_id          uuid,
  product_text        text not null default '',
  place               text not null default '',
  serial              text not null default '',
  order_number        text not null default '',
  incident_on         date,
  customer_status     text not null,
  customer_id         uuid,
  site_id             uuid,
  reporter            jsonb not null default '{}',
  language            text not null default 'es',
  cause_id            uuid,
  cause_version       integer,
  procedure_undefined boolean not null default false,
  area_id             uuid,
  area_ids            uuid[] not null default '{}',
  owner_id            uuid,
  supplier_id         uuid,
  group_id            uuid,
  registered_by       uuid not null,
  received_at         timestamptz(3) not null,
  registered_at       timestamptz(3) not null,
  due_at              timestamptz(3),
  due_on              date,
  due_rule            text,
  -- What lists are ordered by: a case that waits for no date comes last.
  due_order           timestamptz(3) not null generated always as (coalesce(due_at, 'infinity')) stored,
  -- What chooses the rules of law that bind it: subjects, personal data, consumer.
  term_facts          jsonb not null default '{}',
  waiting_for         text,
  snoozed_until       timestamptz(3),
  snooze_reason       text,
  answered_at         timestamptz(3),
  closed_at           timestamptz(3),
  reopened            integer not null default 0,
  rerouted            integer not null default 0,
  merged_into         uuid,
  -- Raised to make links given earlier open nothing.
  follow_version      integer not null default 1,
  version             integer not null default 1,
  search              tsvector generated always as (
    setweight(to_tsvector('simple', number || ' ' || serial || ' ' || order_number), 'A') ||
    setweight(to_tsvector('spanish', acuse.searchable(title)), 'B') ||
    to_tsvector('spanish', acuse.searchable(description || ' ' || product_text || ' ' || place))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, branch_id) references branches,
  foreign key (organisation_id, area_id) references areas,
  foreign key (organisation_id, owner_id) references people,
  foreign key (organisation_id, supplier_id) references suppliers,
  foreign key (organisation_id, product_id) references products,
  foreign key (organisation_id, cause_id) references causes,
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, merged_into) references cases,
  foreign key (organisation_id, group_id) references case_groups,
  -- The branch that works a case may change; the number names the one that gave it.
  constraint case_number_once unique (organisation_id, number),
  constraint kind_is_known check (kind in ('request', 'complaint', 'claim', 'suggestion', 'compliment')),
  constraint status_is_known check (status in ('open', 'answered', 'closed', 'withdrawn', 'merged')),
  constraint stage_is_known check (stage in ('pre-sale', 'sale', 'after-sale')),
  constraint severity_is_known check (severity in ('low', 'normal', 'high', 'critical')),
  constraint customer_status_is_known check (customer_status in ('known', 'new', 'anonymous', 'third-party')),
  constraint merged_goes_somewhere check ((status = 'merged') = (merged_into is not null)),
  constraint waits_for_somebody check (waiting_for is null or waiting_for in ('customer', 'area', 'approval')),
  constraint an_open_case_is_due check (status <> 'open' or due_at is not null or waiting_for = 'customer')
);
-- Each list of each kind of scope is an index in the list's order: a page reads its own rows and no others. The operators of
-- their conditions are leakproof, so that row-level security lets them be used.
create index cases_due on cases (organisation_id, due_order, id) where status in ('open', 'answered');
create index cases_due_of_branch on cases (organisation_id, branch_id, due_order, id) where status in ('open', 'answered');
create index cases_due_of_supplier on cases (organisation_id, supplier_id, due_order, id) where status in ('open', 'answered') and supplier_id is not null;
create index cases_due_of_registrar on cases (organisation_id, registered_by, due_order, id) where status in ('open', 'answered');
create index cases_due_of_owner on cases (organisation_id, owner_id, due_order, id) where status in ('open', 'answered') and owner_id is not null;
create index cases_due_of_area on cases (organisation_id, area_id, due_order, id) where status in ('open', 'answered') and area_id is not null;
create index cases_unassigned on cases (organisation_id, due_order, id) where status in ('open', 'answered') and owner_id is null;
create index cases_unassigned_of_branch on cases (organisation_id, branch_id, due_order, id) where status in ('open', 'answered') and owner_id is null;
create index cases_unassigned_of_supplier on cases (organisation_id, supplier_id, due_order, id) where status in ('open', 'answered') and owner_id is null and supplier_id is not null;
create index cases_unassigned_of_registrar on cases (organisation_id, registered_by, due_order, id) where status in ('open', 'answered') and owner_id is null;
create index cases_waiting on cases (organisation_id, due_order, id) where status in ('open', 'answered') and waiting_for is not null;
create index cases_waiting_of_branch on cases (organisation_id, branch_id, due_order, id) where status in ('open', 'answered') and waiting_for is not null;
create index cases_waiting_of_supplier on cases (organisation_id, supplier_id, due_order, id) where status in ('open', 'answered') and waiting_for is not null and supplier_id is not null;
create index cases_waiting_of_registrar on cases (organisation_id, registered_by, due_order, id) where status in ('open', 'answered') and waiting_for is not null;
create index cases_snoozed on cases (organisation_id, due_order, id) where status in ('open', 'answered') and snoozed_until is not null;
create index cases_by_reception on cases (organisation_id, received_at desc, id desc);
create index cases_by_reception_of_branch on cases (organisation_id, branch_id, received_at desc, id desc);
create index cases_by_reception_of_supplier on cases (organisation_id, supplier_id, received_at desc, id desc) where supplier_id is not null;
create index cases_by_reception_of_registrar on cases (organisation_id, registered_by, received_at desc, id desc);
create index cases_of_customer on cases (organisation_id, customer_id, received_at desc);
create index cases_of_cause on cases (organisation_id, cause_id, received_at desc);
create index cases_of_serial on cases (organisation_id, serial) where serial <> '';
create index cases_by_piece_of_serial on cases using gin (organisation_id, lower(serial) gin_trgm_ops) where serial <> '';
create index cases_of_order on cases (organisation_id, order_number) where order_number <> '';
create index cases_merged_into on cases (organisation_id, merged_into) where merged_into is not null;
create index cases_of_group on cases (organisation_id, group_id) where group_id is not null;
create index cases_search on cases using gin (organisation_id, search);
select acuse.belongs_to_organisation('cases',
  '(select acuse.sees_all()) or branch_id = any ((select acuse.branches())::uuid[]) or supplier_id = any ((select acuse.suppliers())::uuid[]) or area_ids && (select acuse.areas())::uuid[] or registered_by = (select acuse.actor())');

-- The areas that take part in a case, in the order of the lists of whoever sees by area: an array has no order. Kept by the case itself.
create table case_areas (
  organisation_id uuid not null references organisations,
  area_id         uuid not null,
  case_id         uuid not null,
  -- Still worked on; nobody owns it; it waits for somebody.
  unfinished      boolean not null,
  unassigned      boolean not null,
  waiting         boolean not null,
  due_order       timestamptz(3) not null,
  received_at     timestamptz(3) not null,
  primary key (organisation_id, area_id, case_id),
  foreign key (organisation_id, case_id) references cases on delete cascade
);
create index case_areas_due on case_areas (organisation_id, area_id, due_order, case_id) where unfinished;
create index case_areas_unassigned on case_areas (organisation_id, area_id, due_order, case_id) where unfinished and unassigned;
create index case_areas_waiting on case_areas (organisation_id, area_id, due_order, case_id) where unfinished and waiting;
create index case_areas_by_reception on case_areas (organisation_id, area_id, received_at desc, case_id desc);
create index areas_of_case on case_areas (organisation_id, case_id);
select acuse.belongs_to_organisation('case_areas', '(select acuse.sees_all()) or area_id = any ((select acuse.areas())::uuid[])');
revoke insert, update, delete on case_areas from acuse_app;

create function acuse.keep_case_areas() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.area_ids <> '{}' then
    delete from case_areas where organisation_id = new.organisation_id and case_id = new.id and area_id <> all (new.area_ids);
  end if;
  insert into case_areas (organisation_id, area_id, case_id, unfinished, unassigned, waiting, due_order, received_at)
  select distinct new.organisation_id, area, new.id, new.status in ('open', 'answered'), new.owner_id is null, new.waiting_for is not null, new.due_order, new.received_at
  from unnest(new.area_ids) area
  on conflict (organisation_id, area_id, case_id) do update set unfinished = excluded.unfinished, unassigned = excluded.unassigned,
    waiting = excluded.waiting, due_order = excluded.due_order, received_at = excluded.received_at;
  return null;
end
$$;
create trigger keep_areas after insert on cases for each row when (new.area_ids <> '{}') execute function acuse.keep_case_areas();
create trigger keep_areas_changed after update of area_ids, owner_id, status, waiting_for, due_at, received_at on cases for each row
  when (new.area_ids <> '{}' or old.area_ids <> '{}') execute function acuse.keep_case_areas();

-- The last number given, by branch and year; raised inside the registering transaction, so that none is used twice or skipped.
create table case_counters (
  organisation_id uuid not null references organisations,
  branch_id       uuid not null,
  year            integer not null,
  last            integer not null,
  primary key (organisation_id, branch_id, year),
  foreign key (organisation_id, branch_id) references branches
);
select acuse.belongs_to_organisation('case_counters');

-- Parts of a case are seen by whoever sees the case.
create function acuse.case_part(target regclass) returns void language plpgsql as $$
begin
  perform acuse.belongs_to_organisation(target,
    '(select acuse.sees_all()) or exists (select from cases c where c.organisation_id = (select acuse.organisation()) and c.id = case_id)');
end
$$;

-- Several clocks run at once. The due date is proved again at any time from the versions named here.
create table case_terms (
  organisation_id  uuid not null references organisations,
  id               uuid not null,
  case_id          uuid not null,
  clock            text not null,
  layer            text not null,
  rule_id          text not null,
  rule_version     integer not null,
  calendar_id      uuid not null,
  calendar_version integer not null,
  area_request_id  uuid,
  received_at      timestamptz(3) not null,
  due_on           date not null,
  due_at           timestamptz(3) not null,
  state            text not null default 'running',
  met_at           timestamptz(3),
  extended_by      integer not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, rule_id, rule_version) references term_rules,
  foreign key (organisation_id, calendar_id, calendar_version) references calendar_versions,
  constraint layer_is_known check (layer in ('law', 'contract', 'internal')),
  constraint term_state_is_known check (state in ('running', 'paused', 'met', 'cancelled')),
  constraint met_when_met check ((state = 'met') = (met_at is not null))
);
create index terms_of_case on case_terms (organisation_id, case_id);
create index terms_running on case_terms (organisation_id, due_at) where state = 'running';
create index terms_of_calendar on case_terms (organisation_id, calendar_id) where state in ('running', 'paused');
select acuse.case_part('case_terms');

create table case_term_pauses (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  term_id         uuid not null,
  cause           text not null,
  reason          text not null,
  from_at         timestamptz(3) not null,
  until_at        timestamptz(3),
  cap_on          date,
  paused_by       uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, term_id) references case_terms,
  constraint pause_tells_why check (length(trim(reason)) > 0),
  constraint pause_in_order check (until_at is null or until_at >= from_at)
);
create index pauses_of_term on case_term_pauses (organisation_id, term_id);
create index pauses_of_case on case_term_pauses (organisation_id, case_id);
select acuse.case_part('case_term_pauses');

create table case_term_extensions (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  term_id         uuid not null,
  days            integer not null,
  reason          text not null,
  noticed_at      timestamptz(3) not null,
  old_due_at      timestamptz(3) not null,
  new_due_at      timestamptz(3) not null,
  granted_by      uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, term_id) references case_terms,
  constraint extension_tells_why check (length(trim(reason)) >= 20),
  constraint extension_before_expiry check (noticed_at <= old_due_at)
);
create index extensions_of_term on case_term_extensions (organisation_id, term_id);
create index extensions_of_case on case_term_extensions (organisation_id, case_id);
select acuse.case_part('case_term_extensions');

-- A rung of the ladder was warned of this due instant: once each, until somebody says so.
create table case_warnings (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  term_id         uuid not null,
  due_at          timestamptz(3) not null,
  rung            text not null,
  warned_at       timestamptz(3) not null,
  person_id       uuid,
  acknowledged_at timestamptz(3),
  acknowledged_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, term_id) references case_terms,
  constraint warned_once unique (organisation_id, term_id, due_at, rung)
);
create index warnings_of_person on case_warnings (organisation_id, person_id) where acknowledged_at is null;
create index warnings_of_case on case_warnings (organisation_id, case_id);
select acuse.case_part('case_warnings');

-- Every text of a case: what was noted, asked, answered, heard. Only added to.
create table case_messages (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  kind            text not null,
  visibility      text not null,
  body            text not null,
  author_kind     text not null,
  author_id       uuid not null,
  at              timestamptz(3) not null,
  mentions        uuid[] not null default '{}',
  search          tsvector generated always as (to_tsvector('spanish', acuse.searchable(body))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  constraint message_kind_is_known check (kind in ('note', 'telephone-note', 'customer-message', 'answer', 'area-request', 'area-answer', 'area-return')),
  constraint message_visibility_is_known check (visibility in ('internal', 'customer'))
);
create index messages_of_case on case_messages (organisation_id, case_id, id);
create index messages_search on case_messages using gin (organisation_id, search);
select acuse.case_part('case_messages');

create table case_files (
  organisation_id uuid not null references organisations,
  case_id         uuid not null,
  file_id         uuid not null,
  message_id      uuid,
  visibility      text not null default 'internal',
  added_by        uuid not null,
  added_at        timestamptz(3) not null,
  primary key (organisation_id, case_id, file_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, file_id) references files,
  constraint file_visibility_is_known check (visibility in ('internal', 'customer'))
);
create index cases_of_file on case_files (organisation_id, file_id);
select acuse.case_part('case_files');

create table answer_templates (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  language        text not null,
  kinds           text[] not null default '{}',
  subject         text not null,
  body            text not null,
  active          boolean not null default true,
  version         integer not null default 1,
  primary key (organisation_id, id),
  constraint template_name_once unique (organisation_id, name, language)
);
select acuse.belongs_to_organisation('answer_templates');

-- Which answers a second person approves before they leave: by kind, or above an amount.
create table approval_rules (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  kinds           text[] not null default '{}',
  amount_above    numeric,
  active          boolean not null default true,
  primary key (organisation_id, id)
);
select acuse.belongs_to_organisation('approval_rules');

create table case_answers (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  message_id      uuid not null,
  final           boolean not null,
  way             text not null,
  recipient       text not null default '',
  subject         text not null default '',
  amount          numeric,
  currency        text,
  template_id     uuid,
  template_version integer,
  status          text not null,
  approval_reason text,
  written_by      uuid not null,
  written_at      timestamptz(3) not null,
  approved_by     uuid,
  approved_at     timestamptz(3),
  returned_reason text,
  leaves_at       timestamptz(3),
  mail_id         uuid,
  told_at         timestamptz(3),
  delivery        text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, message_id) references case_messages,
  constraint answer_way_is_known check (way in ('mail', 'letter', 'telephone', 'in-person')),
  constraint answer_status_is_known check (status in ('awaiting-approval', 'returned', 'leaving', 'sent', 'delivered', 'failed', 'withdrawn')),
  constraint approver_is_another check (approved_by is null or approved_by <> written_by)
);
create index answers_of_case on case_answers (organisation_id, case_id, id);
create index answers_awaiting on case_answers (organisation_id, id) where status = 'awaiting-approval';
create index answers_of_mail on case_answers (organisation_id, mail_id) where mail_id is not null;
select acuse.case_part('case_answers');

-- What somebody was writing belongs to them, survives whatever happens to the case, and the team sees it.
create table case_drafts (
  organisation_id uuid not null references organisations,
  case_id         uuid not null,
  author_id       uuid not null,
  kind            text not null,
  body            text not null,
  fields          jsonb not null default '{}',
  version         integer not null default 1,
  updated_at      timestamptz(3) not null,
  primary key (organisation_id, case_id, author_id, kind),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, author_id) references people
);
select acuse.case_part('case_drafts');

create table area_requests (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  area_id         uuid not null,
  message_id      uuid not null,
  asked_by        uuid not null,
  asked_at        timestamptz(3) not null,
  due_at          timestamptz(3) not null,
  status          text not null default 'open',
  taken_by        uuid,
  answer_id       uuid,
  answered_by     uuid,
  answered_at     timestamptz(3),
  returned_reason text,
  reminders       integer not null default 0,
  reminded_at     timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, area_id) references areas,
  foreign key (organisation_id, message_id) references case_messages,
  constraint area_request_status_is_known check (status in ('open', 'answered', 'returned', 'cancelled'))
);
create index area_requests_of_case on area_requests (organisation_id, case_id);
create index area_requests_of_area on area_requests (organisation_id, area_id, status, due_at, id);
create index area_requests_due on area_requests (organisation_id, status, due_at, id);
select acuse.case_part('area_requests');

create table case_closures (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  cause_id        uuid not null,
  action_taken    text not null,
  remedy          text not null,
  amount          numeric,
  currency        text,
  told_way        text not null,
  told_at         timestamptz(3) not null,
  closed_by       uuid not null,
  closed_at       timestamptz(3) not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, cause_id) references causes,
  constraint closure_says_what_was_done check (length(trim(action_taken)) > 0),
  constraint remedy_is_known check (remedy in ('none', 'explanation', 'apology', 'correction', 'replacement', 'pick-up', 'credit-note', 'refund', 'goodwill', 'information')),
  constraint money_has_its_currency check ((amount is null) = (currency is null)),
  constraint amount_where_money check (remedy not in ('credit-note', 'refund', 'goodwill') or amount is not null)
);
create index closures_of_case on case_closures (organisation_id, case_id, id);
select acuse.case_part('case_closures');

create table case_merges (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  into_id         uuid not null,
  reason          text not null,
  before          jsonb not null,
  merged_by       uuid not null,
  merged_at       timestamptz(3) not null,
  unmerged_by     uuid,
  unmerged_at     timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, into_id) references cases,
  constraint merges_with_another check (case_id <> into_id)
);
create index merges_of_case on case_merges (organisation_id, case_id);
create index merges_into_case on case_merges (organisation_id, into_id);
select acuse.case_part('case_merges');

create table case_links (
  organisation_id uuid not null references organisations,
  case_id         uuid not null,
  other_id        uuid not null,
  reason          text not null default '',
  linked_by       uuid not null,
  linked_at       timestamptz(3) not null,
  primary key (organisation_id, case_id, other_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, other_id) references cases,
  constraint links_another check (case_id <> other_id)
);
create index links_of_other on case_links (organisation_id, other_id);
select acuse.case_part('case_links');

create table saved_views (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  owner_id        uuid not null,
  branch_id       uuid,
  shared          boolean not null default false,
  filter          jsonb not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references people,
  foreign key (organisation_id, branch_id) references branches
);
select acuse.belongs_to_organisation('saved_views',
  'owner_id = (select acuse.actor()) or (shared and (branch_id is null or (select acuse.sees_all()) or branch_id = any ((select acuse.branches())::uuid[])))');

-- Open cases by what every screen counts: kept as they change, never counted. Each change adds a row; a job folds rows alike into one
-- and adds them to the totals of the organisation, so that whoever sees all of it reads some hundreds of rows and the last minute's.
create table case_tallies (
  organisation_id uuid not null references organisations,
  id              uuid not null default uuidv7(),
  branch_id       uuid not null,
  owner_id        uuid,
  area_ids        uuid[] not null,
  supplier_id     uuid,
  registered_by   uuid not null,
  waiting         boolean not null,
  due_order       timestamptz(3) not null,
  n               bigint not null,
  folded          boolean not null default false,
  primary key (organisation_id, id)
);
create unique index tallies_alike on case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order)
  nulls not distinct where folded;
create index tallies_to_fold on case_tallies (organisation_id) where not folded;
create index tallies_of_branch on case_tallies (organisation_id, branch_id);
create index tallies_of_owner on case_tallies (organisation_id, owner_id);
create index tallies_of_supplier on case_tallies (organisation_id, supplier_id) where supplier_id is not null;
create index tallies_of_registrar on case_tallies (organisation_id, registered_by);
create index tallies_of_areas on case_tallies using gin (organisation_id, area_ids) where area_ids <> '{}';
create index tallies_spent on case_tallies (organisation_id) where folded and n = 0;
select acuse.belongs_to_organisation('case_tallies',
  '(select acuse.sees_all()) or branch_id = any ((select acuse.branches())::uuid[]) or supplier_id = any ((select acuse.suppliers())::uuid[]) or area_ids && (select acuse.areas())::uuid[] or registered_by = (select acuse.actor())');
revoke insert, update, delete on case_tallies from acuse_app;

create table case_totals (
  organisation_id uuid not null references organisations,
  unassigned      boolean not null,
  waiting         boolean not null,
  due_order       timestamptz(3) not null,
  n               bigint not null,
  primary key (organisation_id, unassigned, waiting, due_order)
);
select acuse.belongs_to_organisation('case_totals', '(select acuse.sees_all())');
revoke insert, update, delete on case_totals from acuse_app;

create function acuse.tally_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was boolean := tg_op <> 'INSERT' and old.status in ('open', 'answered');
  is_now boolean := tg_op <> 'DELETE' and new.status in ('open', 'answered');
begin
  if was and is_now and (old.branch_id, old.owner_id, old.area_ids, old.supplier_id, old.waiting_for is null, old.due_order)
      is not distinct from (new.branch_id, new.owner_id, new.area_ids, new.supplier_id, new.waiting_for is null, new.due_order) then
    return null;
  end if;
  if was then
    insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order, n)
    values (old.organisation_id, old.branch_id, old.owner_id, old.area_ids, old.supplier_id, old.registered_by, old.waiting_for is not null, old.due_order, -1);
  end if;
  if is_now then
    insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order, n)
    values (new.organisation_id, new.branch_id, new.owner_id, new.area_ids, new.supplier_id, new.registered_by, new.waiting_for is not null, new.due_order, 1);
  end if;
  return null;
end
$$;
create trigger tally_case after insert or update of branch_id, owner_id, area_ids, supplier_id, status, waiting_for, due_at or delete
  on cases for each row execute function acuse.tally_case();

-- Folds the rows added since the last time; two at once do it one after the other, and what is added meanwhile waits for the next.
create function acuse.compact_tallies() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own uuid := acuse.organisation();
  folded_rows integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('case_tallies ' || own, 0));
  with taken as (
    delete from case_tallies where organisation_id = own and not folded
    returning branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order, n
  ), alike as (
    insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order, n, folded)
    select own, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order, sum(n), true
    from taken group by branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order having sum(n) <> 0
    on conflict (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_order) where folded
      do update set n = case_tallies.n + excluded.n
  ), totals as (
    insert into case_totals (organisation_id, unassigned, waiting, due_order, n)
    select own, owner_id is null, waiting, due_order, sum(n) from taken group by owner_id is null, waiting, due_order having sum(n) <> 0
    on conflict (organisation_id, unassigned, waiting, due_order) do update set n = case_totals.n + excluded.n
  )
  select count(*) into folded_rows from taken;
  delete from case_tallies where organisation_id = own and folded and n = 0;
  delete from case_totals where organisation_id = own and n = 0;
  return folded_rows;
end
$$;
revoke all on function acuse.compact_tallies() from public;
grant execute on function acuse.compact_tallies() to acuse_app;

-- How many each list holds for whoever asks. As the owner of the tables, for && may not be asked of an index under row-level
-- security; it sees what the policy of cases lets them see.
create function acuse.count_cases(at timestamptz, day_end timestamptz)
  returns table (mine bigint, branch bigint, unassigned bigint, due_today bigint, overdue bigint, waiting bigint, open bigint)
  language plpgsql stable security definer set search_path = public, acuse, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  own uuid := acuse.organisation();
  me uuid := acuse.actor();
  my_branches uuid[] := acuse.branches();
  my_areas uuid[] := acuse.areas();
  my_suppliers uuid[] := acuse.suppliers();
begin
  if acuse.sees_all() then
    return query
    with seen as (
      select t.unassigned, t.waiting, t.due_order, t.n from case_totals t where t.organisation_id = own
      union all
      select t.owner_id is null, t.waiting, t.due_order, t.n from case_tallies t where t.organisation_id = own and not t.folded
    )
    select (select coalesce(sum(t.n), 0)::bigint from case_tallies t where t.organisation_id = own and t.owner_id = me),
      case when my_branches = '{}' then coalesce(sum(n), 0)::bigint
        else (select coalesce(sum(t.n), 0)::bigint from case_tallies t where t.organisation_id = own and t.branch_id = any (my_branches)) end,
      coalesce(sum(n) filter (where s.unassigned), 0)::bigint, coalesce(sum(n) filter (where s.due_order >= at and s.due_order < day_end), 0)::bigint,
      coalesce(sum(n) filter (where s.due_order < at), 0)::bigint, coalesce(sum(n) filter (where s.waiting), 0)::bigint, coalesce(sum(n), 0)::bigint
    from seen s;
    return;
  end if;
  return query
  with seen as (
    select t.branch_id, t.owner_id, t.waiting, t.due_order, t.n from case_tallies t
    where t.organisation_id = own and (t.branch_id = any (my_branches) or t.registered_by = me
      or (t.supplier_id is not null and t.supplier_id = any (my_suppliers)) or (t.area_ids <> '{}' and t.area_ids && my_areas))
  )
  select coalesce(sum(n) filter (where s.owner_id = me), 0)::bigint,
    coalesce(sum(n) filter (where my_branches = '{}' or s.branch_id = any (my_branches)), 0)::bigint,
    coalesce(sum(n) filter (where s.owner_id is null), 0)::bigint, coalesce(sum(n) filter (where s.due_order >= at and s.due_order < day_end), 0)::bigint,
    coalesce(sum(n) filter (where s.due_order < at), 0)::bigint, coalesce(sum(n) filter (where s.waiting), 0)::bigint, coalesce(sum(n), 0)::bigint
  from seen s;
end
$$;
revoke all on function acuse.count_cases(timestamptz, timestamptz) from public;
grant execute on function acuse.count_cases(timestamptz, timestamptz) to acuse_app;

-- Text search, trigrams and && may not be asked of an index under row-level security (their operators are not leakproof), so words are
-- looked for as the owner of the tables: within the asker's organisation, where the policy of cases lets them see, and only ids come out.
-- The cases themselves are then read under the policy.

-- What was typed as a query: the last word may be half of one.
create function acuse.words_of(typed text) returns tsquery language plpgsql stable set search_path = public, acuse, pg_temp as $$
declare
  half text := substring(typed from '[^\s"]+$');
begin
  if half is null or half !~ '^[[:alnum:]]{3,40}$' or (length(typed) - length(replace(typed, '"', ''))) % 2 = 1 then
    return websearch_to_tsquery('spanish', acuse.searchable(typed));
  end if;
  return websearch_to_tsquery('spanish', acuse.searchable(left(typed, length(typed) - length(half))))
    && (websearch_to_tsquery('spanish', acuse.searchable(half)) || to_tsquery('simple', acuse.folded(half) || ':*'));
end
$$;

-- Along the order of reception, by each reach of whoever asks: of the newest `depth` of each, the newest `most` that hold the words. A scalar
-- subquery asks a case's messages one case at a time; as an exists it may be answered by reading all messages with the words.
create function acuse.walk_cases(words tsquery, from_at timestamptz, from_id uuid, depth integer, most integer) returns uuid[]
  language plpgsql stable set search_path = public, acuse, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  own uuid := acuse.organisation();
  me uuid := acuse.actor();
begin
  if acuse.sees_all() then
    return array(
      select a.id from (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words limit 1)
        order by w.received_at desc, w.id desc limit most
      ) a);
  end if;
  return array(
    select f.id from (
      (select r.id, r.received_at from unnest(acuse.branches()) reach cross join lateral (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.branch_id = reach and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select r.id, r.received_at from unnest(acuse.suppliers()) reach cross join lateral (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.supplier_id = reach and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select r.id, r.received_at from unnest(acuse.areas()) reach cross join lateral (
        select w.id, w.received_at from (
          select ca.case_id as id, ca.received_at as received_at, c.search from case_areas ca join cases c on c.organisation_id = own and c.id = ca.case_id
          where ca.organisation_id = own and ca.area_id = reach and (ca.received_at, ca.case_id) < (from_at, from_id) order by ca.received_at desc, ca.case_id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.registered_by = me and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words limit 1)
        order by w.received_at desc, w.id desc limit most)
    ) f order by f.received_at desc, f.id desc limit most);
end
$$;

-- The newest `most` cases with the words, or whose number or order is `code` or whose serial holds `piece`, after a place in the order.
-- A common word is met soon along the order of reception; a rare one has few places in the index of words. Which it is, is tried, cheap first.
create function acuse.find_cases(words tsquery, code text, piece text, before_at timestamptz, before_id uuid, most integer)
  returns table (case_id uuid, received_at timestamptz)
  language plpgsql stable security definer set search_path = public, acuse, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  own uuid := acuse.organisation();
  everything boolean := acuse.sees_all();
  me uuid := acuse.actor();
  my_branches uuid[] := acuse.branches();
  my_areas uuid[] := acuse.areas();
  my_suppliers uuid[] := acuse.suppliers();
  from_at timestamptz := coalesce(before_at, 'infinity');
  from_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  -- Of the newest so many, so many with the words make them common: walking on is then cheaper than all their places in the index.
  newest constant integer := 300;
  common constant integer := 6;
  -- Fewer than these are fetched and sorted.
  few constant integer := 3000;
  coded uuid[];
  hits uuid[] := '{}';
begin
  coded := array(
    (select c.id from cases c where c.organisation_id = own and c.number = code)
    union (select c.id from cases c where c.organisation_id = own and c.order_number <> '' and c.order_number = code limit 200)
    union (select c.id from cases c where c.organisation_id = own and piece is not null and c.serial <> '' and lower(c.serial) like '%' || piece || '%' limit 500));
  if numnode(words) > 0 then
    hits := acuse.walk_cases(words, from_at, from_id, newest, most);
    if cardinality(hits) < most then
      if cardinality(hits) < common then
        hits := array(select c.id from cases c where c.organisation_id = own and c.search @@ words limit few + 1);
        if cardinality(hits) <= few then
          hits := hits || array(select m.case_id from case_messages m where m.organisation_id = own and m.search @@ words limit few + 1);
        end if;
      else
        hits := null;
      end if;
      if hits is null or cardinality(hits) > few then
        hits := acuse.walk_cases(words, from_at, from_id, null, most);
      end if;
    end if;
  end if;
  return query
  select c.id, c.received_at::timestamptz from cases c
  where c.organisation_id = own and c.id = any (coded || hits) and (c.received_at, c.id) < (from_at, from_id)
    and (everything or c.branch_id = any (my_branches) or c.supplier_id = any (my_suppliers) or c.area_ids && my_areas or c.registered_by = me)
  order by c.received_at desc, c.id desc limit most;
end
$$;
revoke all on function acuse.find_cases(tsquery, text, text, timestamptz, uuid, integer), acuse.walk_cases(tsquery, timestamptz, uuid, integer, integer) from public;
grant execute on function acuse.find_cases(tsquery, text, text, timestamptz, uuid, integer) to acuse_app;

-- One act on many cases: what each was before, so that it can be undone where nothing else has happened since.
create table case_bulks (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  verb            text not null,
  done_by         uuid not null,
  done_at         timestamptz(3) not null,
  undone_at       timestamptz(3),
  primary key (organisation_id, id),
  constraint bulk_verb_is_known check (verb in ('assign', 'route', 'classify', 'snooze'))
);
select acuse.belongs_to_organisation('case_bulks', 'done_by = (select acuse.actor())');

create table case_bulk_rows (
  organisation_id uuid not null references organisations,
  bulk_id         uuid not null,
  case_id         uuid not null,
  number          text not null,
  before          jsonb not null,
  version         integer not null,
  primary key (organisation_id, bulk_id, case_id),
  foreign key (organisation_id, bulk_id) references case_bulks,
  foreign key (organisation_id, case_id) references cases
);
select acuse.belongs_to_organisation('case_bulk_rows', 'exists (select from case_bulks b where b.organisation_id = (select acuse.organisation()) and b.id = bulk_id)');

-- What an organisation's own closed cases taught: weights of the last training of each question.
create table suggestion_models (
  organisation_id uuid not null references organisations,
  question        text not null,
  model           bytea not null,
  examples        integer not null,
  hit_rate        real,
  trained_at      timestamptz(3) not null,
  primary key (organisation_id, question)
);
select acuse.belongs_to_organisation('suggestion_models');

-- Whatever a process remembers of the settings is good for one version of them.
create function acuse.settings_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update organisations set settings_version = settings_version + 1 where organisation_id = coalesce(new.organisation_id, old.organisation_id);
  return null;
end
$$;
do $$
declare
  target text;
begin
  foreach target in array array['branches', 'areas', 'causes', 'routing_rules', 'branch_calendars', 'calendars', 'term_rules'] loop
    execute format('create trigger settings_changed after insert or update or delete on %I for each row execute function acuse.settings_changed()', target);
  end loop;
end
$$;
