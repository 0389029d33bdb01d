-- Whether a word is common is tried on as many of the newest cases for whoever sees ten branches as for whoever sees one: ten times as many, each with
-- its messages, took longer than the search.

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
