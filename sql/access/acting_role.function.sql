-- Inside a SECURITY DEFINER function current_user is the function's owner; this is who called.
create or replace function postil_private.acting_role()
  returns name
  language sql
  stable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select case current_setting('role') when 'none' then session_user else current_setting('role')::name end
$$;
comment on function postil_private.acting_role() is
  'The database role on whose behalf the current statement runs.';
