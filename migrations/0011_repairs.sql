-- What verify() and repair() look at by now.

-- Their arguments and results are others; sql/ makes them anew.
drop function if exists postil_private.remove_orphans();
drop function if exists postil_private.judged_events();

-- Records that were completed before there were events.
insert into postil_private.outbox (namespace, dataset, type, record_ids, role)
select c.namespace, c.dataset, 'record.completed', array_agg(c.id), 'postil_owner'
from (
  select r.namespace, r.dataset, r.id, row_number() over (partition by r.namespace, r.dataset order by r.id) as place
  from postil.records as r
  where r.status = 'completed'
    and not exists (
      select
      from postil_private.outbox as o
      cross join unnest(o.record_ids) as record (id)
      where o.namespace = r.namespace
        and record.id = r.id
    )
) as c
group by c.namespace, c.dataset, (c.place - 1) / 1000;
