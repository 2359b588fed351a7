create or replace function postil_private.refuse_audit_change()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN403',
    message = 'the audit is only ever added to',
    detail = 'Nobody changes it or deletes from it, not even the owner of the tables.',
    hint = 'It holds ids, no names and no values. Forgetting somebody, with erase_user, needs no change of it.';
end
$$;
comment on function postil_private.refuse_audit_change() is
  'Trigger on audit: refuses UPDATE, DELETE and TRUNCATE.';
