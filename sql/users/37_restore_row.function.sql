-- ON CONFLICT waits for whoever is about to take the name. With an id in it, a name is free.
create or replace function postil_private.restore_row(image jsonb)
  returns boolean
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into postil.users
  select (jsonb_populate_record(null::postil.users, image)).*
  on conflict (name) do nothing;
  if found then
    return true;
  end if;
  insert into postil.users
  select (
    jsonb_populate_record(
      null::postil.users,
      image || jsonb_build_object('name', format('%s (%s)', btrim(left(image ->> 'name', 160)), image ->> 'id'))
    )
  ).*
  on conflict (name) do nothing;
  if not found then
    raise exception using
      errcode = 'PN409',
      message = 'other users have both the name of the user and that name with their id',
      detail = 'Nothing was restored.',
      hint = 'Rename one of them.';
  end if;
  return false;
end
$$;
comment on function postil_private.restore_row(jsonb) is
  'Stores a deleted user again; under another name, and then false, if somebody else has theirs by now.';
