-- Whoever acts is a person of the organisation with dated grants; a branch has a titular and a substitute.
-- What two people may edit carries a version: nothing is overwritten unseen.
alter table organisations add column version integer not null default 1;

create table branches (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  code            text not null,
  name            text not null,
  city            text not null default '',
  address         text not null default '',
  telephone       text not null default '',
  time_zone       text not null,
  active          boolean not null default true,
  version         integer not null default 1,
  primary key (organisation_id, id),
  constraint branch_code_once unique (organisation_id, code),
  constraint branch_code_is_short check (code ~ '^[A-Z0-9]{2,6}$')
);
select acuse.belongs_to_organisation('branches');

create table areas (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  code            text not null,
  name            text not null,
  name_en         text not null,
  active          boolean not null default true,
  version         integer not null default 1,
  primary key (organisation_id, id),
  constraint area_code_once unique (organisation_id, code)
);
select acuse.belongs_to_organisation('areas');

create table suppliers (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  active          boolean not null default true,
  version         integer not null default 1,
  primary key (organisation_id, id),
  constraint supplier_name_once unique (organisation_id, name)
);
select acuse.belongs_to_organisation('suppliers');

create table people (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  post            text not null default '',
  email           text not null,
  language        text not null default 'es',
  preferences     jsonb not null default '{}',
  password_hash   text,
  -- Encrypted; `totp_pending` is one that its owner has not yet shown to work.
  totp_secret     text,
  totp_pending    text,
  totp_last_step  bigint not null default 0,
  active          boolean not null default true,
  version         integer not null default 1,
  created_at      timestamptz(3) not null default now(),
  primary key (organisation_id, id),
  constraint email_once unique (organisation_id, email),
  constraint email_is_folded check (email = lower(email))
);
create index people_by_email on people (email);
create index people_by_name on people (organisation_id, acuse.folded(name), id);
select acuse.belongs_to_organisation('people');

-- What a person may do, where, from when until when. No branch, area or supplier: in the whole organisation.
create table grants (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  person_id       uuid not null,
  role            text not null,
  branch_id       uuid,
  area_id         uuid,
  supplier_id     uuid,
  substitute      boolean not null default false,
  from_on         date not null default current_date,
  until_on        date,
  -- Taken away at once, whatever its dates.
  ended_at        timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, branch_id) references branches,
  foreign key (organisation_id, area_id) references areas,
  foreign key (organisation_id, supplier_id) references suppliers,
  constraint role_is_known check (role in ('admin', 'head', 'branch-responsible', 'agent', 'supplier-agent',
    'supplier-supervisor', 'area-responder', 'quality', 'hse', 'executive', 'auditor')),
  constraint responsible_of_a_branch check (role <> 'branch-responsible' or branch_id is not null),
  constraint responder_of_an_area check (role <> 'area-responder' or area_id is not null),
  constraint external_of_a_supplier check ((role in ('supplier-agent', 'supplier-supervisor')) = (supplier_id is not null)),
  constraint substitute_of_a_branch check (not substitute or role = 'branch-responsible'),
  -- Row-level security is told of branches, areas and suppliers apart: a grant of two would show what is of either.
  constraint held_in_one_place check (num_nonnulls(branch_id, area_id, supplier_id) <= 1),
  constraint grant_dates_in_order check (until_on is null or until_on >= from_on)
);
create index grants_of_person on grants (organisation_id, person_id);
create index grants_of_branch on grants (organisation_id, branch_id, role);
create index grants_of_area on grants (organisation_id, area_id);
select acuse.belongs_to_organisation('grants');

-- While a person is away, the substitute of a branch, or the one named here, takes their place.
create table absences (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  person_id       uuid not null,
  substitute_id   uuid,
  from_on         date not null,
  until_on        date not null,
  reason          text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, substitute_id) references people,
  constraint nobody_replaces_themselves check (substitute_id <> person_id),
  constraint absence_dates_in_order check (until_on >= from_on)
);
create index absences_of_person on absences (organisation_id, person_id, until_on);
create index absences_of_substitute on absences (organisation_id, substitute_id, until_on) where substitute_id is not null;
select acuse.belongs_to_organisation('absences');

-- A token is known by its hash alone.
create table sessions (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  person_id       uuid not null,
  token_hash      bytea not null,
  created_at      timestamptz(3) not null default now(),
  last_seen_at    timestamptz(3) not null default now(),
  expires_at      timestamptz(3) not null,
  ended_at        timestamptz(3),
  device          text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  constraint session_token_once unique (organisation_id, token_hash)
);
create index sessions_of_person on sessions (organisation_id, person_id) where ended_at is null;
select acuse.belongs_to_organisation('sessions');

create table api_tokens (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  name            text not null,
  token_hash      bytea not null,
  role            text not null,
  branch_id       uuid,
  area_id         uuid,
  supplier_id     uuid,
  created_by      uuid not null,
  created_at      timestamptz(3) not null default now(),
  last_used_at    timestamptz(3),
  ended_at        timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, branch_id) references branches,
  foreign key (organisation_id, area_id) references areas,
  foreign key (organisation_id, supplier_id) references suppliers,
  constraint token_held_in_one_place check (num_nonnulls(branch_id, area_id, supplier_id) <= 1),
  constraint api_token_once unique (organisation_id, token_hash)
);
select acuse.belongs_to_organisation('api_tokens');

-- An invitation, or a new password asked for: a link that works once, for a while.
create table invitations (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  person_id       uuid not null,
  purpose         text not null default 'invitation',
  token_hash      bytea not null,
  invited_by      uuid not null,
  created_at      timestamptz(3) not null default now(),
  expires_at      timestamptz(3) not null,
  used_at         timestamptz(3),
  -- Withdrawn: the person was disabled, or a newer one was sent.
  ended_at        timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  constraint invitation_token_once unique (organisation_id, token_hash),
  constraint invitation_purpose_is_known check (purpose in ('invitation', 'new-password'))
);
create index invitations_of_person on invitations (organisation_id, person_id);
select acuse.belongs_to_organisation('invitations');

-- For whoever has lost the telephone: each opens once.
create table recovery_codes (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  person_id       uuid not null,
  code_hash       bytea not null,
  used_at         timestamptz(3),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  constraint recovery_code_once unique (organisation_id, person_id, code_hash)
);
select acuse.belongs_to_organisation('recovery_codes');

-- Attempts to sign in, by the hash of a mail address (known or not, so that the answer betrays nothing) or of a network
-- address. Nobody has signed in yet, so they belong to no organisation; only the owner of the tables touches them.
create table acuse.sign_in_attempts (
  subject         text primary key,
  failures        integer not null,
  last_at         timestamptz(3) not null,
  locked_until    timestamptz(3)
);
create index sign_in_attempts_by_age on acuse.sign_in_attempts (last_at);
