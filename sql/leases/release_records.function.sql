-- Definer: nobody may write leases directly. These are the caller's own.
create or replace function postil.release_records(namespace text, record_ids uuid[] default null)
  returns integer
  language plpgsql
  volatile
  security definer
  set search_path = ''
as $$
declare
  released integer;
begin
  delete from postil_private.leases as l
  where l.user_id = postil_private.current_user_id()
    and l.namespace = release_records.namespace
    and (release_records.record_ids is null or l.record_id = any (release_records.record_ids));
  get diagnostics released = row_count;
  return released;
end
$$;
comment on function postil.release_records(text, uuid[]) is
  'Gives back records that next_records() gave you, so that others get them at once; left out, all of the namespace. '
  'Returns how many.';
