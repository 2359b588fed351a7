-- The lock comes first, so what is counted is what goes.
-- Definer: it tells of the responses of all namespaces; only owners may ask.
create or replace function postil.delete_user(user_id uuid, expected_responses bigint)
  returns table (
    id uuid,
    name text,
    responses bigint,
    submitted bigint,
    draft bigint,
    discarded bigint,
    reopened bigint,
    memberships bigint,
    api_keys bigint,
    seconds double precision
  )
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  began constant timestamptz := clock_timestamp();
  first_event constant uuid := postil_private.uuidv7();
  gone postil.users;
  preview record;
begin
  perform postil_private.require_owner('delete a user');
  perform postil_private.require_read_committed('delete_user');
  gone := postil_private.hold_user(user_id);
  if gone.id is null then
    perform postil_private.refuse_missing_user(user_id);
  end if;
  select p.* into preview from postil.user_deletion_preview(user_id) as p;
  if preview.responses is distinct from expected_responses then
    perform postil_private.refuse_other_responses(user_id, preview.responses, expected_responses);
  end if;

  delete from postil.users as u where u.id = gone.id;

  seconds := extract(epoch from clock_timestamp() - began);
  insert into postil_private.deletion_batches (user_id, responses, seconds)
  values (gone.id, preview.responses, seconds)
  on conflict on constraint deletion_batch_is_a_transaction do nothing;
  id := gone.id;
  name := gone.name;
  responses := preview.responses;
  submitted := preview.submitted;
  draft := preview.draft;
  discarded := preview.discarded;
  reopened := postil_private.flips_since(
    first_event, 'record.reopened',
    array(select d ->> 'namespace' from jsonb_array_elements(preview.datasets) as d)
  );
  memberships := jsonb_array_length(preview.memberships);
  api_keys := preview.api_keys;
  return next;
end
$$;
comment on function postil.delete_user(uuid, bigint) is
  'Deletes a user with their responses, memberships and API keys, and re-opens the records that lost a response they needed; '
  'in one transaction, which restore_user() can undo. For owners. expected_responses: how many responses they have, by '
  'user_deletion_preview(); PN412 if that is not so any more, with the preview of now in the details. Returns what it did.';
