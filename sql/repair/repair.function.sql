-- For what a load under session_replication_role = replica, or with disabled triggers, left behind.
-- Definer: it writes what nobody may; only owners may ask.
create or replace function postil.repair()
  returns table (kind text, object text, was jsonb, became jsonb)
  language plpgsql
  volatile
  security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  since constant timestamptz := clock_timestamp();
  untold record;
begin
  if not postil_private.is_owner() then
    raise exception using
      errcode = 'PN403',
      message = 'only an owner may repair the database',
      hint = 'Ask an owner, or run it where the data are: postil verify --repair';
  end if;
  perform postil_private.require_read_committed('repair');
  perform postil_private.remove_orphans();

  insert into postil_private.repairs (kind, object, was, namespace, record_id)
  select
    'recounted',
    'postil.records ' || w.namespace || '/' || w.id,
    jsonb_build_object('submitted_count', w.submitted_count, 'status', w.status, 'completed_at', w.completed_at),
    w.namespace,
    w.id
  from postil_private.judged_records() as w
  where w.wrong_count
    or w.wrong_status
    or w.wrong_completed_at;

  perform postil_private.mend_exclusion();

  -- Those whose status was changed without a word.
  for untold in
    select
      j.namespace,
      j.dataset,
      case j.status when 'completed' then 'record.completed' else 'record.reopened' end as type,
      array_agg(j.record_id) as record_ids
    from postil_private.judged_events() as j
    where j.wrong
    group by j.namespace, j.dataset, j.status
  loop
    perform postil_private.tell_events(untold.namespace, untold.dataset, untold.type, untold.record_ids);
    insert into postil_private.repairs (kind, object, became)
    select 'told', 'postil.records ' || untold.namespace || '/' || r.id, jsonb_build_object('event', untold.type)
    from unnest(untold.record_ids) as r (id);
  end loop;

  with added as (
    insert into postil_private.progress (namespace, dataset, records, completed, submitted)
    select d.namespace, d.dataset, d.records, d.completed, d.submitted
    from postil_private.progress_differences() as d
    where (d.records, d.completed, d.submitted) <> (0, 0, 0)
    returning namespace, dataset, records, completed, submitted
  )
  insert into postil_private.repairs (kind, object, became)
  select
    'counted',
    'dataset ' || a.namespace || '/' || a.dataset,
    jsonb_build_object('records', a.records, 'completed', a.completed, 'submitted', a.submitted)
  from added as a;

  return query
    select p.kind, p.object, p.was, p.became
    from postil_private.repairs as p
    where p.at >= since
      and p.transaction = pg_current_xact_id()
    order by p.at, p.id;
end
$$;
comment on function postil.repair() is
  'Mends what a load behind the triggers'' back left wrong, and returns every row that it touched. removed: an orphan, with '
  'all that it held. recounted: a record, its count and status before and after. excluded: a '
  'response that counted although its user''s do not, or the reverse. told: a record whose last event '
  'was not that of its status. counted: a dataset, and by how much its counts in dataset_progress() were too low.';
