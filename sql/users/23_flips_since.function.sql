-- The ids of events ascend in a session, so those that come after one made now are of what is done next.
create or replace function postil_private.flips_since(event uuid, type text, namespaces text[])
  returns bigint
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select coalesce(sum(cardinality(o.record_ids)), 0)::bigint
  from postil_private.outbox as o
  where o.namespace = any (namespaces)
    and o.transaction = pg_current_xact_id()
    and o.id > event
    and o.type = flips_since.type
$$;
comment on function postil_private.flips_since(uuid, text, text[]) is
  'How many records of these namespaces were completed, or re-opened, by this transaction after the event.';
