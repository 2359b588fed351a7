-- The last by its id, which is made at the moment of the flip, under the record's lock.
-- A record that is gone and never had an event leaves nothing by which it could be missed.
create or replace function postil_private.judged_events()
  returns table (namespace text, dataset text, record_id uuid, due text, wrong boolean)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    coalesce(r.namespace, last.namespace),
    coalesce(r.dataset, last.dataset),
    coalesce(r.id, last.id),
    due.type,
    case due.type
      when 'record.reopened' then last.type is not distinct from 'record.completed'
      else last.type is distinct from due.type
    end
  from (
    select distinct on (record.id, o.namespace) o.namespace, o.dataset, record.id, o.type
    from postil_private.outbox as o
    cross join unnest(o.record_ids) as record (id)
    order by record.id, o.namespace, o.id desc
  ) as last
  full join postil.records as r on r.namespace = last.namespace and r.id = last.id
  cross join lateral (
    select case
      when r.id is null then 'record.deleted'
      when r.status = 'completed' then 'record.completed'
      else 'record.reopened'
    end
  ) as due (type)
$$;
comment on function postil_private.judged_events() is
  'Every record that is there or had an event, the event that is due as its last one (a pending record needs none), and '
  'whether that is not told.';
