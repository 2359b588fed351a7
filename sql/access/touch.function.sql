create or replace function postil_private.touch()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.version := pg_current_xact_id();
  -- An import restores the time it was given.
  if new.updated_at = old.updated_at then
    new.updated_at := now();
  end if;
  return new;
end
$$;
comment on function postil_private.touch() is
  'Trigger: a row that changes gets a new version and a new updated_at.';
