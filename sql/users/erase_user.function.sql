-- Definer: nobody may write history; only owners may ask.
create or replace function postil.erase_user(user_id uuid, name text)
  returns table (id uuid, responses bigint, images bigint)
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  there postil.users;
  known_name text;
begin
  perform postil_private.require_owner('erase a user');
  perform postil_private.require_read_committed('erase_user');
  there := postil_private.hold_user(user_id);
  known_name := (select k.name from postil_private.known_names as k where k.id = user_id);
  if known_name is null and postil_private.left_traces(user_id) then
    known_name := user_id::text; -- Behind the triggers' back, or for longer than history is kept.
  end if;
  if known_name is null then
    raise exception using
      errcode = 'PN404',
      message = format('nothing is known of user %s', coalesce(user_id::text, 'null')),
      hint = 'There was no such user, or they were erased already. List the users: postil user list';
  end if;
  if name is distinct from known_name then
    raise exception using
      errcode = 'PN422',
      message = 'that is not the name of the user',
      detail = 'Nothing was erased.',
      hint = 'Repeat the name that they have, or had when they were deleted; if nobody knows it any more, their id. Erasing '
        'cannot be undone.';
  end if;

  responses := (select count(*) from postil.responses as a where a.user_id = erase_user.user_id);
  delete from postil.users as u where u.id = erase_user.user_id;
  images := postil_private.purge_images(user_id);
  id := user_id;
  perform postil_private.note_deeds(
    'user.erased', array[user_id], null, array[jsonb_build_object('responses', responses, 'images', images)]
  );
  return next;
end
$$;
comment on function postil.erase_user(uuid, text) is
  'Forgets a user, for owners: deletes them if they are still there, and removes every image of their rows, their names and '
  'values from history. Cannot be undone. name: theirs, repeated, now or when they were deleted, or their id if history has no name of theirs any more; PN422 if it is another. The '
  'audit keeps that their id was erased.';
