create or replace function postil_private.recount_wrong_records()
  returns void
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
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
    or w.wrong_completed_at
$$;
comment on function postil_private.recount_wrong_records() is
  'repair(): notes the records whose count, status or completed_at is wrong; recount_records() does the rest.';
