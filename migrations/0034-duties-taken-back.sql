-- What was said of how a duty ended and was a mistake is kept as it was said, with who took it back and why; the duty is owed again.
create table case_duty_ends_taken_back (
  organisation_id uuid not null references organisations,
  id              uuid not null,
  duty_id         uuid not null,
  case_id         uuid not null,
  outcome         text not null,
  ended_on        date not null,
  told_to         text not null,
  filing          text not null,
  note            text not null,
  ended_by        uuid not null,
  ended_at        timestamptz(3) not null,
  reason          text not null,
  taken_back_by   uuid not null,
  taken_back_at   timestamptz(3) not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, duty_id) references case_duties,
  foreign key (organisation_id, case_id) references cases,
  constraint said_by_somebody check (outcome in ('done', 'not-owed')),
  constraint taking_back_tells_why check (length(trim(reason)) >= 5)
);
create index ends_taken_back_of_duty on case_duty_ends_taken_back (organisation_id, duty_id);
create index ends_taken_back_of_case on case_duty_ends_taken_back (organisation_id, case_id);
select acuse.case_part('case_duty_ends_taken_back');
