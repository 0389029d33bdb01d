-- What the ground keeps for itself, of no organisation: attempts counted, cadences last due, and a way for modules to ask for work.

-- How often a key was tried in a window of time. Unlogged: a crash forgives, and counting costs no write-ahead log.
create unlogged table acuse.throttle_counts (
  key        bytea not null,
  window_at  timestamptz(3) not null,
  ends_at    timestamptz(3) not null,
  count      integer not null,
  primary key (key, window_at)
);
create index throttle_counts_by_end on acuse.throttle_counts (ends_at);

-- The last instant each cadence was due and its job asked for: of several nodes the first to write it asks.
create table acuse.job_cadences (
  name   text primary key,
  due_at timestamptz(3) not null
);

-- The worker's own tables are the owner's; a module asks for a job through this door, inside its transaction.
create function acuse.enqueue_job(job text, payload json, at timestamptz, key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(job, payload, run_at => at, job_key => key, max_attempts => 12);
end
$$;
revoke all on function acuse.enqueue_job(text, json, timestamptz, text) from public;
grant execute on function acuse.enqueue_job(text, json, timestamptz, text) to acuse_app;
