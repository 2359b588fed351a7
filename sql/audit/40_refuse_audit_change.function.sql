-- The call stack, as in refuse_hand_written_count().
create or replace function postil_private.refuse_audit_change()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  calls text;
  caller text;
begin
  get diagnostics calls = pg_context;
  caller := split_part(calls, E'\n' || split_part(calls, 'postil_private.refuse_audit_change()', 1), 2);
  if tg_op = 'UPDATE' and starts_with(caller, 'postil_private.purge_images(') then
    return null;
  end if;
  raise exception using
    errcode = 'PN403',
    message = 'the audit is only ever added to',
    detail = 'Nobody changes it or deletes from it, not even the owner of the tables.',
    hint = 'It holds ids, no names and no values. erase_user removes what somebody called their requests.';
end
$$;
comment on function postil_private.refuse_audit_change() is
  'Trigger on audit: refuses UPDATE, DELETE and TRUNCATE; but erase_user takes out the ids of somebody''s requests.';
