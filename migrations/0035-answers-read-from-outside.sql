-- Whoever works for a supplier reads of the answers what the customer was told, and what they wrote themselves; they find no case by the words of another.

-- A text of a case, of which whoever asks may not read what the company says within.
create function acuse.reads_outside(m case_messages) returns boolean language sql stable set search_path = public, acuse, pg_temp as $$
  select m.visibility = 'customer' and (m.kind <> 'answer' or m.author_id = acuse.actor() or exists (
    select from case_answers a where a.organisation_id = m.organisation_id and a.case_id = m.case_id and a.message_id = m.id and a.told_at is not null))
$$;

-- Along the order of reception, by each reach of whoever asks: of the newest `depth` of each, the newest `most` that hold the words. A scalar
-- subquery asks a case's messages one case at a time; as an exists it may be answered by reading all messages with the words.
create or replace function acuse.walk_cases(words tsquery, from_at timestamptz, from_id uuid, depth integer, most integer, outside boolean) returns uuid[]
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
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (not outside or acuse.reads_outside(m)) limit 1)
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
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (not outside or acuse.reads_outside(m)) limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select r.id, r.received_at from unnest(acuse.suppliers()) reach cross join lateral (
        select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.supplier_id = reach and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (not outside or acuse.reads_outside(m)) limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select r.id, r.received_at from unnest(acuse.areas()) reach cross join lateral (
        select w.id, w.received_at from (
          select ca.case_id as id, ca.received_at as received_at, c.search from case_areas ca join cases c on c.organisation_id = own and c.id = ca.case_id
          where ca.organisation_id = own and ca.area_id = reach and (ca.received_at, ca.case_id) < (from_at, from_id) order by ca.received_at desc, ca.case_id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (not outside or acuse.reads_outside(m)) limit 1)
        order by w.received_at desc, w.id desc limit most) r)
      union
      (select w.id, w.received_at from (
          select c.id as id, c.received_at as received_at, c.search from cases c
          where c.organisation_id = own and c.registered_by = me and (c.received_at, c.id) < (from_at, from_id) order by c.received_at desc, c.id desc limit depth
        ) w
        where w.search @@ words or (select true from case_messages m where m.organisation_id = own and m.case_id = w.id and m.search @@ words and (not outside or acuse.reads_outside(m)) limit 1)
        order by w.received_at desc, w.id desc limit most)
    ) f order by f.received_at desc, f.id desc limit most);
end
$$;

-- The newest `most` cases with the words, or whose number or order is `code`, whose number ends in `tail_seq` (of that branch, of that year), whose
-- serial holds `piece` or whose caller's telephone holds one of `telephones`, after a place in the order.
-- A common word is met soon along the order of reception; a rare one has few places in the index of words. Which it is, is tried, cheap first.
create or replace function acuse.find_cases(words tsquery, code text, piece text, before_at timestamptz, before_id uuid, most integer, outside boolean,
    tail_branch text default null, tail_year integer default null, tail_seq integer default null, telephones text[] default '{}')
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
  -- Of the newest so many, so many with the words make them common: walking on is then cheaper than all their places in the index. They are tried in
  -- all, not by each branch, supplier or area of whoever asks.
  tried constant integer := 300;
  common constant integer := 6;
  reaches constant integer := case when everything then 1 else 1 + cardinality(my_branches) + cardinality(my_suppliers) + cardinality(my_areas) end;
  newest constant integer := greatest(tried / reaches, 1);
  -- Fewer than these are fetched and sorted.
  few constant integer := 3000;
  coded uuid[];
  hits uuid[] := '{}';
begin
  coded := array(
    (select c.id from cases c where c.organisation_id = own and c.number = code)
    union (select c.id from cases c where c.organisation_id = own and c.order_number <> '' and c.order_number = code limit 200)
    union (select c.id from cases c where c.organisation_id = own and piece is not null and c.serial <> '' and lower(c.serial) like '%' || piece || '%' limit 500)
    union (select t.id from (
      select c.id, c.received_at from cases c
      where c.organisation_id = own and c.seq = tail_seq and (tail_year is null or c.year = tail_year) and (tail_branch is null or c.number like tail_branch || '-%') offset 0
    ) t order by t.received_at desc limit 500)
    union (select c.id from unnest(telephones) said cross join lateral (
      select c.id from cases c where c.organisation_id = own and c.reporter ->> 'telephone' <> '' and acuse.telephone_digits(c.reporter) like '%' || said || '%' limit 500) c));
  if numnode(words) > 0 then
    hits := acuse.walk_cases(words, from_at, from_id, newest, most, outside);
    if cardinality(hits) < most then
      if cardinality(hits) < common then
        hits := array(select c.id from cases c where c.organisation_id = own and c.search @@ words limit few + 1);
        if cardinality(hits) <= few then
          hits := hits || array(select m.case_id from case_messages m where m.organisation_id = own and m.search @@ words and (not outside or acuse.reads_outside(m)) limit few + 1);
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
