-- Nobody who uses the API can write the column; what the owner of the tables writes, stays.
-- Definer: postil_private is closed to those who create rows.
create or replace function postil_private.set_created_by()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.created_by := coalesce(new.created_by, postil_private.current_user_id());
  return new;
end
$$;
comment on function postil_private.set_created_by() is
  'Trigger: a new row names the signed-in user who created it.';
