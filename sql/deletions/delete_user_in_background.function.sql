-- Definer: nobody may write deletions directly.
create or replace function postil.delete_user_in_background(user_id uuid, batch_size integer default 5000)
  returns table (
    state text,
    done bigint,
    total bigint,
    rate double precision,
    eta_seconds double precision,
    started_at timestamptz
  )
  language plpgsql
  volatile
  security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  asker record;
begin
  perform postil_private.require_owner('delete users');
  if batch_size is null or batch_size not between 1 and 100000 then
    raise exception using
      errcode = 'PN422',
      message = format('batch_size is a number from 1 to 100,000, not %s', coalesce(batch_size::text, 'null')),
      hint = 'Leave it out: most batches are smaller anyway, so that others need not wait for long.';
  end if;
  -- Owners too, so that of two who delete each other one is the last.
  perform
  from postil.users as u
  where u.id = delete_user_in_background.user_id
    or u.owner
  order by u.id
  for no key update;
  if not exists (select from postil.users as u where u.id = delete_user_in_background.user_id) then
    raise exception using
      errcode = 'PN404',
      message = format('there is no user %s', coalesce(user_id::text, 'null')),
      hint = 'List them: postil user list';
  end if;
  if exists (
    select
    from postil_private.deletions as d
    join postil.users as u on u.id = d.user_id
    where d.user_id = delete_user_in_background.user_id
      and d.cancelled_at is null
      and d.finished_at is null
      and u.deactivated_at is not null
  ) then
    return query select * from postil_private.deletion_state(delete_user_in_background.user_id);
    return;
  end if;
  if not exists (
    select
    from postil.users as u
    where u.owner
      and u.deactivated_at is null
      and u.id <> delete_user_in_background.user_id
  ) and (
    select u.owner and u.deactivated_at is null from postil.users as u where u.id = delete_user_in_background.user_id
  ) then
    raise exception using
      errcode = 'PN409',
      message = 'the last active owner cannot be deleted',
      hint = 'Make somebody else an owner first: update postil.users set owner = true.';
  end if;

  update postil.users as u
  set deactivated_at = now()
  where u.id = delete_user_in_background.user_id
    and u.deactivated_at is null;
  delete from postil_private.leases as l where l.user_id = delete_user_in_background.user_id;
  select * into asker from postil_private.actor();
  -- One that was cancelled, or whose user has been restored since, is begun anew.
  delete from postil_private.deletions as d where d.user_id = delete_user_in_background.user_id;
  insert into postil_private.deletions (user_id, total, batch_size, requested_by, api_key_id, request_id)
  select
    delete_user_in_background.user_id, count(*), delete_user_in_background.batch_size,
    asker.user_id, asker.api_key_id, asker.request_id
  from postil.responses as r
  where r.user_id = delete_user_in_background.user_id;
  perform postil_private.call_worker(delete_user_in_background.user_id);
  return query select * from postil_private.deletion_state(delete_user_in_background.user_id);
end
$$;
comment on function postil.delete_user_in_background(uuid, integer) is
  'Deletes a user with very many responses: deactivates them at once, then the worker deletes the responses in batches of at '
  'most batch_size (1 to 100,000), each with right statuses, and in the end the user. Returns how far it is, as '
  'deletion_progress(); asked again, that of the first. Owners only. Raises PN404; PN409 for the last active owner.';
