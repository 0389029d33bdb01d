-- Whoever goes by settings remembered asks in the same breath whether they still stand, and does it again where they do not.
create function acuse.settings_stand(organisation uuid, believed integer) returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
  perform from organisations where organisation_id = organisation and settings_version = believed;
  if not found then
    raise exception 'the settings are no longer those of version %', believed using errcode = 'serialization_failure';
  end if;
end
$$;
revoke all on function acuse.settings_stand(uuid, integer) from public;
grant execute on function acuse.settings_stand(uuid, integer) to acuse_app;
