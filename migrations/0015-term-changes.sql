-- A change of a calendar or a rule reaches every open term it counts, in batches that may be broken off and taken up again.
create table term_changes (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  kind            text not null,
  subject_id      text not null,
  version         integer not null,
  reason          text not null,
  asked_by        uuid not null,
  asked_by_kind   text not null,
  asked_at        timestamptz(3) not null,
  after_id        uuid,
  seen            integer not null default 0,
  moved           integer not null default 0,
  kept            integer not null default 0,
  finished_at     timestamptz(3),
  primary key (organisation_id, id),
  constraint change_kind_is_known check (kind in ('calendar', 'rule')),
  constraint changed_once unique (organisation_id, kind, subject_id, version)
);
select acuse.belongs_to_organisation('term_changes');

-- Open terms are walked by id, from where the last batch ended.
drop index terms_of_calendar;
create index terms_of_calendar on case_terms (organisation_id, calendar_id, id) where state in ('running', 'paused');
create index terms_of_rule on case_terms (organisation_id, rule_id, id) where state in ('running', 'paused');
