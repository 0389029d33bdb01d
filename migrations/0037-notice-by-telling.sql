-- The notice of an answer that was done by telling the customer is owed again where they were not told after all: what ended it is known.
alter table case_duty_ends
  -- When the customer was told, by which it ended; null where somebody said that it was done.
  add column told_at timestamptz(3),
  add constraint told_is_done check (told_at is null or outcome = 'done');

update case_duty_ends e set told_at = t.met_at
from case_duties d
join term_rules r on r.organisation_id = d.organisation_id and r.id = d.rule_id and r.version = d.rule_version
join case_terms t on t.organisation_id = d.organisation_id and t.id = d.term_id
where d.organisation_id = e.organisation_id and d.id = e.duty_id and e.outcome = 'done' and r.clock = 'notification'
  and not exists (
    select from history h
    where h.organisation_id = e.organisation_id and h.subject_kind = 'case' and h.subject_id = e.case_id
      and h.action = 'duty-done' and h.details ->> 'dutyId' = e.duty_id::text and h.at = e.ended_at);
