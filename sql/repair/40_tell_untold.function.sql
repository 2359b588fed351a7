create or replace function postil_private.tell_untold()
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  untold record;
begin
  -- Whoever changes one of these has told of it, or will.
  perform
  from postil.records as r
  join postil_private.judged_events() as j on j.namespace = r.namespace and j.record_id = r.id
  where j.wrong
  order by r.namespace, r.id
  for no key update of r;
  for untold in
    select j.namespace, j.dataset, j.due, array_agg(j.record_id order by j.record_id) as record_ids
    from postil_private.judged_events() as j
    where j.wrong
    group by j.namespace, j.dataset, j.due
    order by j.namespace, j.dataset, j.due
  loop
    perform postil_private.tell_events(untold.namespace, untold.dataset, untold.due, untold.record_ids);
    insert into postil_private.repairs (kind, object, became)
    select 'told', 'postil.records ' || untold.namespace || '/' || r.id, jsonb_build_object('event', untold.due)
    from unnest(untold.record_ids) as r (id);
  end loop;
end
$$;
comment on function postil_private.tell_untold() is
  'repair(): tells what became of records whose last event does not, and notes it.';
