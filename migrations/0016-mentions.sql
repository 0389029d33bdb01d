-- Whoever is mentioned in a note finds it again, the newest first, until they can no longer see the case.
create table case_mentions (
  organisation_id uuid not null references organisations,
  person_id       uuid not null,
  message_id      uuid not null,
  case_id         uuid not null,
  primary key (organisation_id, person_id, message_id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, message_id) references case_messages,
  foreign key (organisation_id, case_id) references cases
);
create index mentions_of_message on case_mentions (organisation_id, message_id);
create index mentions_of_case on case_mentions (organisation_id, case_id);
select acuse.case_part('case_mentions');

insert into case_mentions (organisation_id, person_id, message_id, case_id)
select distinct m.organisation_id, p.id, m.id, m.case_id
from case_messages m
join people p on p.organisation_id = m.organisation_id and p.id = any (m.mentions);
