-- What begins a duty happens at an instant: a term that is confirmed later counts from there, as it would have at once.
alter table case_duties add column happened_at timestamptz(3);

update case_duties d set happened_at = coalesce(
    t.received_at,
    case when r.definition ->> 'startsFrom' in ('receipt', 'knowledge', 'complete-claim') and d.happened_on = (c.received_at at time zone b.time_zone)::date then c.received_at end,
    d.happened_on::timestamp at time zone b.time_zone)
from case_duties x
join cases c on c.organisation_id = x.organisation_id and c.id = x.case_id
join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
join term_rules r on r.organisation_id = x.organisation_id and r.id = x.rule_id and r.version = x.rule_version
left join case_terms t on t.organisation_id = x.organisation_id and t.id = x.term_id
where d.organisation_id = x.organisation_id and d.id = x.id;

alter table case_duties alter column happened_at set not null;
