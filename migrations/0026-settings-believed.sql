-- Whoever goes by settings remembered asks in the same breath whether they still stand, and does it again where they do not.
create function acuse.do_again(why text) returns text language plpgsql as $$
begin
  raise exception '%', why using errcode = 'serialization_failure';
end
$$;
revoke all on function acuse.do_again(text) from public;
grant execute on function acuse.do_again(text) to acuse_app;
