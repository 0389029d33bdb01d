-- What the company must do beside its answer begins once with an event of its own and ends once, by somebody, on a day.
create table case_duties (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  case_id         uuid not null,
  rule_id         text not null,
  rule_version    integer not null,
  happened_on     date not null,
  -- None where its rule leaves the term to be confirmed.
  term_id         uuid,
  note            text not null default '',
  begun_by        uuid not null,
  begun_at        timestamptz(3) not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, rule_id, rule_version) references term_rules,
  foreign key (organisation_id, term_id) references case_terms
);
create index duties_of_case on case_duties (organisation_id, case_id);
select acuse.case_part('case_duties');

create table case_duty_ends (
  organisation_id uuid not null references organisations,
  duty_id         uuid not null,
  case_id         uuid not null,
  outcome         text not null,
  ended_on        date not null,
  told_to         text not null default '',
  filing          text not null default '',
  note            text not null default '',
  ended_by        uuid not null,
  ended_at        timestamptz(3) not null,
  primary key (organisation_id, duty_id),
  foreign key (organisation_id, duty_id) references case_duties,
  foreign key (organisation_id, case_id) references cases,
  constraint outcome_is_known check (outcome in ('done', 'not-owed', 'corrected', 'withdrawn')),
  constraint not_owed_tells_why check (outcome <> 'not-owed' or length(trim(note)) >= 5)
);
create index duty_ends_of_case on case_duty_ends (organisation_id, case_id);
select acuse.case_part('case_duty_ends');
