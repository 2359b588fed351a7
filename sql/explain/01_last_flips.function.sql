-- Through all events of the namespace: an index by record would cost every flip more than this rare question does.
create or replace function postil_private.last_flips(namespace text, record_id uuid)
  returns table (type text, at timestamptz, user_id uuid, role text)
  language sql
  stable
  set search_path = ''
as $$
  select o.type, o.at, o.user_id, o.role
  from postil_private.outbox as o
  where o.namespace = last_flips.namespace
    and last_flips.record_id = any (o.record_ids)
  order by o.id desc
  limit 10
$$;
comment on function postil_private.last_flips(text, uuid) is
  'When a record was last completed and re-opened, the latest first, and whose write did it.';
