-- Definer: nobody may write deletions directly.
create or replace function postil.delete_user_in_background(
  user_id uuid,
  batch_size integer default 5000,
  expected_responses bigint default null
)
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
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  former postil.users;
  responses bigint;
  asker record;
begin
  perform postil_private.require_owner('delete users');
  if batch_size is null or batch_size not between 1 and 100000 then
    raise exception using
      errcode = 'PN422',
      message = format('batch_size is a number from 1 to 100,000, not %s', coalesce(batch_size::text, 'null')),
      hint = 'Leave it out: most batches are smaller anyway, so that others need not wait for long.';
  end if;
  perform postil_private.require_read_committed('delete_user_in_background');
  -- As set_deactivation() does, which finds it locked.
  select u.* into former from postil.users as u where u.id = delete_user_in_background.user_id for update;
  if former.deactivated_at is not null and exists (
    select
    from postil_private.deletions as d
    where d.user_id = delete_user_in_background.user_id
      and d.cancelled_at is null
      and d.finished_at is null
  ) then
    return query select * from postil_private.deletion_state(delete_user_in_background.user_id);
    return;
  end if;
  if former.id is null then
    perform postil_private.refuse_missing_user(user_id);
  end if;
  responses := (select count(*) from postil.responses as r where r.user_id = delete_user_in_background.user_id);
  if responses <> expected_responses then
    perform postil_private.refuse_other_responses(user_id, responses, expected_responses);
  end if;
  perform postil_private.set_deactivation(user_id, true, former.responses_excluded);
  select * into asker from postil_private.actor();
  -- One that was cancelled, or whose user has been restored since, is begun anew.
  delete from postil_private.deletions as d where d.user_id = delete_user_in_background.user_id;
  insert into postil_private.deletions (user_id, total, batch_size, requested_by, api_key_id, request_id)
  values (
    delete_user_in_background.user_id, responses, delete_user_in_background.batch_size,
    asker.user_id, asker.api_key_id, asker.request_id
  );
  perform postil_private.call_worker(delete_user_in_background.user_id);
  return query select * from postil_private.deletion_state(delete_user_in_background.user_id);
end
$$;
comment on function postil.delete_user_in_background(uuid, integer, bigint) is
  'Deletes a user with very many responses: deactivates them at once, then the worker deletes the responses in batches of at '
  'most batch_size (1 to 100,000), each with right statuses, and in the end the user. expected_responses, when given: as for '
  'delete_user(). Returns how far it is, as deletion_progress(); asked again, that of the first. Owners only. Raises PN404; '
  'PN409 for the last active owner; PN412 when they have another number of responses than expected.';
