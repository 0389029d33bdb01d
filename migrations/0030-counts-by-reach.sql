-- A count goes only by the ways in which cases come into the sight of whoever asks: a way that they do not have is left out of its plan, not tried row by row.

-- How many each list holds for whoever asks, of these branches where some are named. As the owner of the tables, for && may not be asked of an
-- index under row-level security; it sees what the policy of cases lets them see.
create or replace function acuse.count_cases(at timestamptz, day_end timestamptz, of_branches uuid[] default null)
  returns table (mine bigint, branch bigint, unassigned bigint, due_today bigint, overdue bigint, waiting bigint, open bigint)
  language plpgsql stable security definer set search_path = public, acuse, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  own uuid := acuse.organisation();
  everything boolean := acuse.sees_all();
  me uuid := acuse.actor();
  -- Null where there are none, so that the plan leaves out what brings nothing into sight.
  my_branches uuid[] := nullif(acuse.branches(), '{}');
  my_areas uuid[] := nullif(acuse.areas(), '{}');
  my_suppliers uuid[] := nullif(acuse.suppliers(), '{}');
  -- The quarters that an instant asked of divides; a stroke divides none, and a day ends with one.
  at_quarter timestamptz := nullif(acuse.due_quarter(at), at);
  end_quarter timestamptz := nullif(nullif(acuse.due_quarter(day_end), day_end), at_quarter);
begin
  if everything and of_branches is null then
    return query
    with seen as (
      select t.unassigned, t.waiting, t.due_quarter as due, t.n from case_totals t where t.organisation_id = own
      union all
      select t.owner_id is null, t.waiting, t.due_quarter, t.n from case_tallies t where t.organisation_id = own and not t.folded
    ), exact as (
      select s.unassigned, s.waiting, s.due, s.n from seen s where (at_quarter is null or s.due <> at_quarter) and (end_quarter is null or s.due <> end_quarter)
      union all
      select c.owner_id is null, c.waiting, c.due, 1 from acuse.cases_due_within(at_quarter) c where at_quarter is not null
      union all
      select c.owner_id is null, c.waiting, c.due, 1 from acuse.cases_due_within(end_quarter) c where end_quarter is not null
    )
    select (select coalesce(sum(t.n), 0)::bigint from case_tallies t where t.organisation_id = own and t.owner_id = me),
      case when my_branches is null then coalesce(sum(n), 0)::bigint
        else (select coalesce(sum(t.n), 0)::bigint from case_tallies t where t.organisation_id = own and t.branch_id = any (my_branches)) end,
      coalesce(sum(n) filter (where e.unassigned), 0)::bigint, coalesce(sum(n) filter (where e.due >= at and e.due < day_end), 0)::bigint,
      coalesce(sum(n) filter (where e.due < at), 0)::bigint, coalesce(sum(n) filter (where e.waiting), 0)::bigint, coalesce(sum(n), 0)::bigint
    from exact e;
    return;
  end if;
  return query
  with seen as (
    select t.branch_id, t.owner_id, t.waiting, t.due_quarter as due, t.n from case_tallies t
    where t.organisation_id = own and (of_branches is null or t.branch_id = any (of_branches))
      and (everything or t.branch_id = any (my_branches) or t.registered_by = me
        or (t.supplier_id is not null and t.supplier_id = any (my_suppliers)) or (t.area_ids <> '{}' and t.area_ids && my_areas))
  ), exact as (
    select s.branch_id, s.owner_id, s.waiting, s.due, s.n from seen s where (at_quarter is null or s.due <> at_quarter) and (end_quarter is null or s.due <> end_quarter)
    union all
    select c.branch_id, c.owner_id, c.waiting, c.due, 1 from acuse.cases_due_within(at_quarter) c
    where at_quarter is not null and (of_branches is null or c.branch_id = any (of_branches))
    union all
    select c.branch_id, c.owner_id, c.waiting, c.due, 1 from acuse.cases_due_within(end_quarter) c
    where end_quarter is not null and (of_branches is null or c.branch_id = any (of_branches))
  )
  select coalesce(sum(n) filter (where e.owner_id = me), 0)::bigint,
    coalesce(sum(n) filter (where my_branches is null or e.branch_id = any (my_branches)), 0)::bigint,
    coalesce(sum(n) filter (where e.owner_id is null), 0)::bigint, coalesce(sum(n) filter (where e.due >= at and e.due < day_end), 0)::bigint,
    coalesce(sum(n) filter (where e.due < at), 0)::bigint, coalesce(sum(n) filter (where e.waiting), 0)::bigint, coalesce(sum(n), 0)::bigint
  from exact e;
end
$$;
