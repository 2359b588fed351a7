create or replace function postil_private.touch_namespace()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.version := pg_current_xact_id();
  new.metadata_version := old.metadata_version + 1;
  if new.updated_at = old.updated_at then
    new.updated_at := now();
  end if;
  return new;
end
$$;
comment on function postil_private.touch_namespace() is
  'Trigger: as touch(), and counts the change.';
