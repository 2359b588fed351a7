-- Users, then datasets, then records, then responses, as everybody locks. The rules are checked by the trigger as for any
-- other response; which ones it refuses is looked up only when it does.
-- Definer: it writes responses of others in all namespaces; only owners may ask.
create or replace function postil.restore_user(user_id uuid, on_conflict text default 'abort')
  returns table (
    id uuid,
    name text,
    responses bigint,
    memberships bigint,
    completed bigint,
    skipped bigint,
    conflicts jsonb
  )
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  first_event constant uuid := postil_private.uuidv7();
  there postil.users;
  source record;
  named boolean := true;
  but bigint[];
  unfit jsonb;
begin
  perform postil_private.require_owner('restore a user');
  if on_conflict is null or on_conflict not in ('abort', 'skip') then
    raise exception using
      errcode = 'PN422',
      message = 'on_conflict is abort or skip',
      hint = 'abort: all or nothing. skip: restores what can be, and says what could not.';
  end if;
  perform postil_private.require_read_committed('restore_user');
  there := postil_private.hold_user(user_id);
  select s.* into source from postil_private.to_restore(user_id) as s;
  perform postil_private.require_something_to_restore(
    user_id, there.id is not null, source.image, source.after, source.times, source.transactions
  );

  -- One that was overtaken, and whose worker has not noticed, would delete them anew.
  perform postil_private.stop_deletion(user_id);

  if there.id is null then
    named := postil_private.restore_row(source.image);
  end if;
  select coalesce(array_agg(c.seq) filter (where c.seq is not null), '{}'), coalesce(jsonb_agg(to_jsonb(c) - 'seq'), '[]')
  into but, conflicts
  from (
    select * from postil_private.conflicts_of_user(source.image is not null and there.id is not null, named, source.missing)
    union all
    select * from postil_private.conflicts_of_memberships(user_id, source.after, source.times, source.transactions)
    union all
    select * from postil_private.conflicts_of_responses(user_id, source.after, source.times, source.transactions)
  ) as c;
  if on_conflict = 'abort' and conflicts <> '[]' then
    perform postil_private.refuse_restoration(conflicts);
  end if;

  insert into postil.members
  select (jsonb_populate_record(null::postil.members, d.image)).*
  from postil_private.deleted_rows('members', user_id, source.after, source.times, source.transactions) as d
  where d.seq <> all (but);
  get diagnostics memberships = row_count;
  begin
    responses := postil_private.restore_responses(user_id, source.after, source.times, source.transactions, but);
  exception when sqlstate 'PN422' then
    select but || array_agg(c.seq), jsonb_agg(to_jsonb(c) - 'seq')
    into but, unfit
    from postil_private.unfit_responses(user_id, source.after, source.times, source.transactions) as c
    where c.seq <> all (but);
    if unfit is null then
      raise;
    end if;
    conflicts := conflicts || unfit;
    if on_conflict = 'abort' then
      perform postil_private.refuse_restoration(conflicts);
    end if;
    responses := postil_private.restore_responses(user_id, source.after, source.times, source.transactions, but);
  end;

  select u.id, u.name into id, name from postil.users as u where u.id = user_id;
  skipped := jsonb_array_length(conflicts);
  conflicts := jsonb_path_query_array(conflicts, '$[0 to 999]');
  completed := postil_private.flips_since(
    first_event, 'record.completed',
    array(select distinct a.namespace::text from postil.responses as a where a.user_id = restore_user.user_id)
  );
  perform postil_private.note_deeds(
    'user.restored', array[user_id], null,
    array[jsonb_build_object('responses', responses, 'memberships', memberships, 'skipped', skipped)]
  );
  update postil_private.deletion_batches as b
  set restored_at = now()
  where b.user_id = restore_user.user_id
    and b.restored_at is null;
  return next;
end
$$;
comment on function postil.restore_user(uuid, text) is
  'Undoes the deletion of a user, for owners and as long as history is kept: brings back the user, their memberships and their '
  'responses as they were, values and times too; not their API keys and leases. Records follow; those that become '
  'completed again do so now (completed_at). on_conflict abort: PN409 if something is in the way, with up to 20 such things '
  'in the details: the id or the name is a user''s again, a namespace or record is gone, history has some responses no more, a record was answered again, a response no longer '
  'fits its dataset. skip: restores the rest (under the name with the id behind it), and returns what it skipped, up to '
  '1,000 of it in conflicts. A deletion is undone once.';
