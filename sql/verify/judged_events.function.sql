-- The last by its id, which is made at the moment of the flip, under the record's lock.
create or replace function postil_private.judged_events()
  returns table (namespace text, dataset text, record_id uuid, status postil.record_status, wrong boolean)
  language sql
  stable
  set search_path = ''
as $$
  select r.namespace, r.dataset, r.id, r.status, (last.type = 'record.completed') <> (r.status = 'completed')
  from (
    select distinct on (record.id, o.namespace) o.namespace, record.id, o.type
    from postil_private.outbox as o
    cross join unnest(o.record_ids) as record (id)
    order by record.id, o.namespace, o.id desc
  ) as last
  join postil.records as r on r.namespace = last.namespace and r.id = last.id
$$;
comment on function postil_private.judged_events() is
  'Every record that had an event, and whether the last one is not that of its status.';
