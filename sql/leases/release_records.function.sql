-- Definer: nobody may write leases directly. These are the caller's own.
create or replace function postil.release_records(namespace text, record_ids uuid[] default null)
  returns integer
  language plpgsql
  volatile
  security definer
  set search_path = ''
as $$
declare
  me constant uuid := postil_private.current_user_id();
  released integer;
begin
  perform postil_private.lock_leases_of_user(namespace, me);
  -- One that is locked is being deleted already, by whoever deletes its record perhaps, and may wait for another of these.
  with given_back as (
    select l.record_id
    from postil_private.leases as l
    where l.user_id = me
      and l.namespace = release_records.namespace
      and (release_records.record_ids is null or l.record_id = any (release_records.record_ids))
    for update skip locked
  )
  delete from postil_private.leases as l
  using given_back as g
  where l.user_id = me
    and l.namespace = release_records.namespace
    and l.record_id = g.record_id;
  get diagnostics released = row_count;
  return released;
end
$$;
comment on function postil.release_records(text, uuid[]) is
  'Gives back records that next_records() gave you, so that others get them at once; left out, all of the namespace. '
  'Returns how many.';
