create or replace function postil_private.refuse_gone_record()
  returns boolean[]
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = '23503',
    message = 'a record was deleted meanwhile',
    hint = 'Send the call again.';
end
$$;
comment on function postil_private.refuse_gone_record() is
  'Raises what the foreign key would, before records are locked in another order than by their keys.';
