-- A target of the house that was missed does not hide the date of law or of a contract: beside the date that binds now, a case keeps the next that is no target.
alter table cases add column owed_at timestamptz(3), add column owed_on date, add column owed_layer text;
alter table cases add constraint owed_is_no_target check (owed_layer in ('law', 'contract'));

update cases c set owed_at = o.due_at, owed_on = o.due_on, owed_layer = o.layer
from (
  select distinct on (t.organisation_id, t.case_id) t.organisation_id, t.case_id, t.due_at, t.due_on, t.layer
  from case_terms t
  where t.state = 'running' and t.clock in ('first-answer', 'final-answer') and t.layer <> 'internal'
  order by t.organisation_id, t.case_id, t.due_at, array_position(array['law', 'contract'], t.layer)
) o
where c.organisation_id = o.organisation_id and c.id = o.case_id and c.status = 'open';
