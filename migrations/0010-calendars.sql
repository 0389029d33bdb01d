-- What counted a term is kept for ever: a version of a calendar or a rule is written once and never changed.
create table calendars (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  version         integer not null default 0,
  primary key (organisation_id, id),
  constraint calendar_name_once unique (organisation_id, name)
);
select acuse.belongs_to_organisation('calendars');

create table calendar_versions (
  organisation_id uuid not null references organisations,
  calendar_id     uuid not null,
  version         integer not null,
  definition      jsonb not null,
  reason          text not null,
  created_by      uuid not null,
  created_at      timestamptz(3) not null default now(),
  primary key (organisation_id, calendar_id, version),
  foreign key (organisation_id, calendar_id) references calendars
);
select acuse.belongs_to_organisation('calendar_versions');
select acuse.only_grows('calendar_versions');

-- Which calendar a branch keeps. A branch that has none keeps the organisation's, the row without a branch.
create table branch_calendars (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  branch_id       uuid,
  calendar_id     uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, branch_id) references branches,
  foreign key (organisation_id, calendar_id) references calendars,
  constraint one_calendar_a_branch unique nulls not distinct (organisation_id, branch_id)
);
select acuse.belongs_to_organisation('branch_calendars');

create table term_rules (
  organisation_id uuid not null references organisations,
  id              text not null,
  version         integer not null,
  layer           text not null,
  clock           text not null,
  definition      jsonb not null,
  effective_since date,
  effective_until date,
  active          boolean not null default true,
  reason          text not null,
  created_by      uuid not null,
  created_at      timestamptz(3) not null default now(),
  primary key (organisation_id, id, version),
  constraint layer_is_known check (layer in ('law', 'contract', 'internal'))
);
select acuse.belongs_to_organisation('term_rules');
