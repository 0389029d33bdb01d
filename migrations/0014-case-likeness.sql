-- A case told twice is found while it is being written, by words that few cases have; a procedure that is missing is found by its cases.

create index cases_without_procedure on cases (organisation_id, cause_id, received_at desc) where procedure_undefined;

-- Cases that may tell the same as `said`: at most `most`, the newest first, received since `since`, that the asker may see. Two of its
-- rarest words must be there. Words are counted rare by the statistics that the database keeps; where all are common, the newest cases
-- are walked, for what is told twice is told soon. As the owner of the tables: see find_cases.
create function acuse.cases_alike(said text, since timestamptz, most integer) returns table (case_id uuid)
  language plpgsql stable security definer set search_path = public, acuse, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  own uuid := acuse.organisation();
  everything boolean := acuse.sees_all();
  me uuid := acuse.actor();
  my_branches uuid[] := acuse.branches();
  my_areas uuid[] := acuse.areas();
  my_suppliers uuid[] := acuse.suppliers();
  -- A word that more than one case in so many has says little, and its list in the index is long.
  rare constant real := 0.003;
  words text[];
  shares real[];
  rarest text[];
  hits uuid[] := '{}';
begin
  select array_agg(w.word order by w.share, w.word), array_agg(w.share order by w.share, w.word) into words, shares
  from (
    select l.word, coalesce(k.share, 0) as share
    from unnest(tsvector_to_array(to_tsvector('spanish', acuse.searchable(left(said, 4000))))) l (word)
    left join (
      select e.word, e.share
      from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (word, share)
      where s.schemaname = 'public' and s.tablename = 'cases' and s.attname = 'search' and e.word is not null
    ) k using (word)
    order by share, l.word
    limit 10
  ) w;
  if cardinality(words) < 2 then
    return;
  end if;
  rarest := array(select w from unnest(words, shares) r (w, share) where share <= rare);
  if cardinality(rarest) >= 2 then
    hits := array(select c.id from cases c where c.organisation_id = own and c.search @@ acuse.any_two(rarest) and c.received_at >= since limit 2000);
  end if;
  if everything then
    hits := hits || array(
      select n.id from (
        select c.id, c.search from cases c where c.organisation_id = own and c.received_at >= since order by c.received_at desc, c.id desc limit 300
      ) n where n.search @@ acuse.any_two(words));
  else
    hits := hits || array(
      select n.id from (
        (select w.id, w.search from unnest(my_branches) b cross join lateral (
          select c.id, c.search from cases c where c.organisation_id = own and c.branch_id = b and c.received_at >= since
          order by c.received_at desc, c.id desc limit greatest(30, 300 / greatest(1, cardinality(my_branches)))) w)
        union all
        (select w.id, w.search from unnest(my_suppliers) s cross join lateral (
          select c.id, c.search from cases c where c.organisation_id = own and c.supplier_id = s and c.received_at >= since
          order by c.received_at desc, c.id desc limit 300) w)
      ) n where n.search @@ acuse.any_two(words));
  end if;
  return query
  select c.id from cases c
  where c.organisation_id = own and c.id = any (hits)
    and (everything or c.branch_id = any (my_branches) or c.supplier_id = any (my_suppliers) or c.area_ids && my_areas or c.registered_by = me)
  order by c.received_at desc, c.id desc limit most;
end
$$;

-- Any two of these words.
create function acuse.any_two(words text[]) returns tsquery language sql immutable as $$
  select string_agg(quote_literal(a.word) || ' & ' || quote_literal(b.word), ' | ')::tsquery
  from unnest(words) with ordinality a (word, at), unnest(words) with ordinality b (word, at) where a.at < b.at
$$;
revoke all on function acuse.cases_alike(text, timestamptz, integer) from public;
grant execute on function acuse.cases_alike(text, timestamptz, integer) to acuse_app;
