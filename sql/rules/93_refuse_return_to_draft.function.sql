create or replace function postil_private.refuse_return_to_draft()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN409',
    message = format('dataset %s is ready, and cannot be a draft again', old.key),
    hint = 'Its questions can still be changed, as long as all answers stay valid.';
end
$$;
comment on function postil_private.refuse_return_to_draft() is
  'Trigger on datasets: refuses to make a ready dataset a draft.';
