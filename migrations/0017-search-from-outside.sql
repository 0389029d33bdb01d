-- Whoever may not read what the company says within does not find a case by it either: to `outside` only words that its customer reads count.
drop function acuse.find_cases(tsquery, text, text, timestamptz, uuid, integer);
drop function acuse.walk_cases(tsquery, timestamptz, uuid, integer, integer);

-- Along the order of reception, by each reach of whoever asks: of the newest `depth` of each, the newest `most` that hold the words. A scalar
-- subquery asks a case's messages one case at a time; as an exists it may be answered by reading all messages with the words.
create function acuse.walk_cases(words tsquery, from_at timestamptz, from_id uuid, depth integer, most integer, outside boolean) returns uuid[]
  language plpgsql stable set search_path = public, acuse, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  own uuid := acuse.organisation();
  me uuid := acuse.actor();
begin
  if acuse.sees_all() then
    return array(
      select a.id from (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (m.visibility = 'customer' or not outside) limit 1)
        order by w.received_at desc, w.id desc limit most
      ) a);
  end if;
  return array(
    select f.id from (
      (select r.id, r.received_at from unnest(acuse.branches()) reach cross join lateral (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.branch_id = reach and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (m.visibility = 'customer' or not outside) limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select r.id, r.received_at from unnest(acuse.suppliers()) reach cross join lateral (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.supplier_id = reach and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (m.visibility = 'customer' or not outside) limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select r.id, r.received_at from unnest(acuse.areas()) reach cross join lateral (
        select w.id, w.received_at from (
          select ca.case_id as id, ca.received_at as received_at, c.search from case_areas ca join cases c on c.organisation_id = own and c.id = ca.case_id
          where ca.organisation_id = own and ca.area_id = reach and (ca.received_at, ca.case_id) < (from_at, from_id) order by ca.received_at desc, ca.case_id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (m.visibility = 'customer' or not outside) limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.registered_by = me and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (m.visibility = 'customer' or not outside) limit 1)
        order by w.received_at desc, w.id desc limit most)
    ) f order by f.received_at desc, f.id desc limit most);
end
$$;

-- The newest `most` cases with the words, or whose number or order is `code` or whose serial holds `piece`, after a place in the order.
-- A common word is met soon along the order of reception; a rare one has few places in the index of words. Which it is, is tried, cheap first.
create function acuse.find_cases(words tsquery, code text, piece text, before_at timestamptz, before_id uuid, most integer, outside boolean)
  returns table (case_id uuid, received_at timestamptz)
  language plpgsql stable security definer set search_path = public, acuse, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  own uuid := acuse.organisation();
  everything boolean := acuse.sees_all();
  me uuid := acuse.actor();
  my_branches uuid[] := acuse.branches();
  my_areas uuid[] := acuse.areas();
  my_suppliers uuid[] := acuse.suppliers();
  from_at timestamptz := coalesce(before_at, 'infinity');
  from_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  -- Of the newest so many, so many with the words make them common: walking on is then cheaper than all their places in the index.
  newest constant integer := 300;
  common constant integer := 6;
  -- Fewer than these are fetched and sorted.
  few constant integer := 3000;
  coded uuid[];
  hits uuid[] := '{}';
begin
  coded := array(
    (select c.id from cases c where c.organisation_id = own and c.number = code)
    union (select c.id from cases c where c.organisation_id = own and c.order_number <> '' and c.order_number = code limit 200)
    union (select c.id from cases c where c.organisation_id = own and piece is not null and c.serial <> '' and lower(c.serial) like '%' || piece || '%' limit 500));
  if numnode(words) > 0 then
    hits := acuse.walk_cases(words, from_at, from_id, newest, most, outside);
    if cardinality(hits) < most then
      if cardinality(hits) < common then
        hits := array(select c.id from cases c where c.organisation_id = own and c.search @@ words limit few + 1);
        if cardinality(hits) <= few then
          hits := hits || array(select m.case_id from case_messages m where m.organisation_id = own and m.search @@ words and (m.visibility = 'customer' or not outside) limit few + 1);
        end if;
      else
        hits := null;
      end if;
      if hits is null or cardinality(hits) > few then
        hits := acuse.walk_cases(words, from_at, from_id, null, most, outside);
      end if;
    end if;
  end if;
  return query
  select c.id, c.received_at::timestamptz from cases c
  where c.organisation_id = own and c.id = any (coded || hits) and (c.received_at, c.id) < (from_at, from_id)
    and (everything or c.branch_id = any (my_branches) or c.supplier_id = any (my_suppliers) or c.area_ids && my_areas or c.registered_by = me)
  order by c.received_at desc, c.id desc limit most;
end
$$;
revoke all on function acuse.find_cases(tsquery, text, text, timestamptz, uuid, integer, boolean), acuse.walk_cases(tsquery, timestamptz, uuid, integer, integer, boolean) from public;
grant execute on function acuse.find_cases(tsquery, text, text, timestamptz, uuid, integer, boolean) to acuse_app;
