-- Counts keep to the quarter of an hour when cases are due, and count from the cases what is due in the quarter in which somebody asks. A term of
-- hours ends at an instant of its own: kept to the millisecond, the counts were as many rows as there were open cases.

-- By its first instant; what is due on the stroke of a quarter, as the end of a day's work is, is apart by the stroke. In no time zone does a day
-- begin within a quarter.
create function acuse.due_quarter(due timestamptz) returns timestamptz language sql immutable parallel safe
  return greatest(date_bin('15 minutes', due, '2000-01-01 00:00:00Z'), date_bin('15 minutes', due, '2000-01-01 00:00:00.001Z'));

-- Whoever registers locks cases first, and then finds the new trigger; a fold under way is waited for; whoever counts locks the totals first.
lock table cases, case_tallies in share row exclusive mode;
lock table case_totals, case_tallies in access exclusive mode;
alter table case_totals rename due_order to due_quarter;
alter table case_tallies rename due_order to due_quarter;

with taken as (
  delete from case_tallies returning organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, n
)
insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, n, folded)
select organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, acuse.due_quarter(due_quarter), sum(n), true
from taken group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(n) <> 0;

delete from case_totals;
insert into case_totals (organisation_id, unassigned, waiting, due_quarter, n)
select organisation_id, owner_id is null, waiting, due_quarter, sum(n) from case_tallies group by 1, 2, 3, 4 having sum(n) <> 0;

alter table case_tallies add constraint tally_is_of_a_quarter check (due_quarter = acuse.due_quarter(due_quarter));
alter table case_totals add constraint total_is_of_a_quarter check (due_quarter = acuse.due_quarter(due_quarter));

create or replace function acuse.tally_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was boolean := tg_op <> 'INSERT' and old.status in ('open', 'answered');
  is_now boolean := tg_op <> 'DELETE' and new.status in ('open', 'answered');
begin
  if was and is_now and (old.branch_id, old.owner_id, old.area_ids, old.supplier_id, old.waiting_for is null, acuse.due_quarter(old.due_order))
      is not distinct from (new.branch_id, new.owner_id, new.area_ids, new.supplier_id, new.waiting_for is null, acuse.due_quarter(new.due_order)) then
    return null;
  end if;
  if was then
    insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, n)
    values (old.organisation_id, old.branch_id, old.owner_id, old.area_ids, old.supplier_id, old.registered_by, old.waiting_for is not null, acuse.due_quarter(old.due_order), -1);
  end if;
  if is_now then
    insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, n)
    values (new.organisation_id, new.branch_id, new.owner_id, new.area_ids, new.supplier_id, new.registered_by, new.waiting_for is not null, acuse.due_quarter(new.due_order), 1);
  end if;
  return null;
end
$$;

create or replace function acuse.compact_tallies() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own uuid := acuse.organisation();
  folded_rows integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('case_tallies ' || own, 0));
  with taken as (
    delete from case_tallies where organisation_id = own and not folded
    returning branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, n
  ), alike as (
    insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, n, folded)
    select own, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter, sum(n), true
    from taken group by branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter having sum(n) <> 0
    on conflict (organisation_id, branch_id, owner_id, area_ids, supplier_id, registered_by, waiting, due_quarter) where folded
      do update set n = case_tallies.n + excluded.n
  ), totals as (
    insert into case_totals (organisation_id, unassigned, waiting, due_quarter, n)
    select own, owner_id is null, waiting, due_quarter, sum(n) from taken group by owner_id is null, waiting, due_quarter having sum(n) <> 0
    on conflict (organisation_id, unassigned, waiting, due_quarter) do update set n = case_totals.n + excluded.n
  )
  select count(*) into folded_rows from taken;
  delete from case_tallies where organisation_id = own and folded and n = 0;
  delete from case_totals where organisation_id = own and n = 0;
  return folded_rows;
end
$$;

drop function acuse.count_cases(timestamptz, timestamptz);

-- The unfinished cases due within a quarter that whoever asks may see. Planned once a connection: to weigh the indexes of cases takes longer than to
-- read the few cases of a quarter.
create function acuse.cases_due_within(quarter timestamptz) returns table (branch_id uuid, owner_id uuid, waiting boolean, due timestamptz)
  language plpgsql stable set search_path = public, acuse, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  own uuid := acuse.organisation();
  everything boolean := acuse.sees_all();
  me uuid := acuse.actor();
  my_branches uuid[] := acuse.branches();
  my_areas uuid[] := acuse.areas();
  my_suppliers uuid[] := acuse.suppliers();
begin
  return query
  select c.branch_id, c.owner_id, c.waiting_for is not null, c.due_order::timestamptz from cases c
  where c.organisation_id = own and c.status in ('open', 'answered') and c.due_order >= quarter and c.due_order < quarter + interval '14 minutes 59.999 seconds'
    and (everything or c.branch_id = any (my_branches) or c.supplier_id = any (my_suppliers) or c.area_ids && my_areas or c.registered_by = me);
end
$$;
revoke all on function acuse.cases_due_within(timestamptz) from public;

-- How many each list holds for whoever asks, of these branches where some are named. As the owner of the tables, for && may not be asked of an
-- index under row-level security; it sees what the policy of cases lets them see.
create function acuse.count_cases(at timestamptz, day_end timestamptz, of_branches uuid[] default null)
  returns table (mine bigint, branch bigint, unassigned bigint, due_today bigint, overdue bigint, waiting bigint, open bigint)
  language plpgsql stable security definer set search_path = public, acuse, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  own uuid := acuse.organisation();
  everything boolean := acuse.sees_all();
  me uuid := acuse.actor();
  my_branches uuid[] := acuse.branches();
  my_areas uuid[] := acuse.areas();
  my_suppliers uuid[] := acuse.suppliers();
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
      select s.unassigned, s.waiting, s.due, s.n from seen s where s.due is distinct from at_quarter and s.due is distinct from end_quarter
      union all
      select c.owner_id is null, c.waiting, c.due, 1 from acuse.cases_due_within(at_quarter) c where at_quarter is not null
      union all
      select c.owner_id is null, c.waiting, c.due, 1 from acuse.cases_due_within(end_quarter) c where end_quarter is not null
    )
    select (select coalesce(sum(t.n), 0)::bigint from case_tallies t where t.organisation_id = own and t.owner_id = me),
      case when my_branches = '{}' then coalesce(sum(n), 0)::bigint
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
    select s.branch_id, s.owner_id, s.waiting, s.due, s.n from seen s where s.due is distinct from at_quarter and s.due is distinct from end_quarter
    union all
    select c.branch_id, c.owner_id, c.waiting, c.due, 1 from acuse.cases_due_within(at_quarter) c
    where at_quarter is not null and (of_branches is null or c.branch_id = any (of_branches))
    union all
    select c.branch_id, c.owner_id, c.waiting, c.due, 1 from acuse.cases_due_within(end_quarter) c
    where end_quarter is not null and (of_branches is null or c.branch_id = any (of_branches))
  )
  select coalesce(sum(n) filter (where e.owner_id = me), 0)::bigint,
    coalesce(sum(n) filter (where my_branches = '{}' or e.branch_id = any (my_branches)), 0)::bigint,
    coalesce(sum(n) filter (where e.owner_id is null), 0)::bigint, coalesce(sum(n) filter (where e.due >= at and e.due < day_end), 0)::bigint,
    coalesce(sum(n) filter (where e.due < at), 0)::bigint, coalesce(sum(n) filter (where e.waiting), 0)::bigint, coalesce(sum(n), 0)::bigint
  from exact e;
end
$$;
revoke all on function acuse.count_cases(timestamptz, timestamptz, uuid[]) from public;
grant execute on function acuse.count_cases(timestamptz, timestamptz, uuid[]) to acuse_app;
