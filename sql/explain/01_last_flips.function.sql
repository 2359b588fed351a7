-- Nothing keeps them yet.
create or replace function postil_private.last_flips(namespace text, record_id uuid)
  returns table (type text, at timestamptz, user_id uuid, role text)
  language sql
  stable
  set search_path = ''
as $$
  select null::text, null::timestamptz, null::uuid, null::text where false
$$;
comment on function postil_private.last_flips(text, uuid) is
  'When a record was last completed and re-opened, the latest first, and whose write did it.';
