create or replace function postil_private.touch_updated_at()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  -- An import restores the time it was given.
  if new.updated_at = old.updated_at then
    new.updated_at := now();
  end if;
  return new;
end
$$;
comment on function postil_private.touch_updated_at() is
  'Trigger: a row that changes gets a new updated_at.';
