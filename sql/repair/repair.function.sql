-- For what a load under session_replication_role = replica, or with disabled triggers, left behind.
-- Definer: it writes what nobody may; only owners may ask.
create or replace function postil.repair()
  returns table (kind text, object text, was jsonb, became jsonb)
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  since constant timestamptz := clock_timestamp();
  nothing constant jsonb := '{"records": 0, "completed": 0, "submitted": 0}';
  told_before uuid[];
  counts_before jsonb;
begin
  if not postil_private.is_owner() then
    raise exception using
      errcode = 'PN403',
      message = 'only an owner may repair the database',
      hint = 'Ask an owner, or run it where the data are: postil verify --repair';
  end if;
  perform postil_private.require_read_committed('repair');
  -- One at a time: two would add the same difference to the counts of a dataset. It keeps nobody else from anything.
  lock table postil_private.repairs in share row exclusive mode;
  told_before := array(select o.id from postil_private.outbox as o where o.transaction = pg_current_xact_id());
  counts_before := (select coalesce(jsonb_object_agg(c.dataset, c.counts), '{}') from postil_private.counts_of_datasets() as c);

  -- Orphaned responses come last, and are counted before that: their removal subtracts them from counts that a load left
  -- without them. What is removed with its record needs no count.
  perform postil_private.remove_orphans(array(
    select k.from_table from postil_private.foreign_keys() as k where k.from_table <> 'postil.responses'::regclass
  ));
  perform postil_private.recount_wrong_records();
  perform postil_private.remove_orphans(array['postil.responses']::regclass[]);
  perform postil_private.recount_wrong_records();
  perform postil_private.mend_exclusion();
  update postil_private.repairs as p
  set became = jsonb_build_object('submitted_count', r.submitted_count, 'status', r.status, 'completed_at', r.completed_at)
  from postil.records as r
  where p.kind = 'recounted'
    and p.at >= since
    and p.transaction = pg_current_xact_id()
    and r.namespace = p.namespace
    and r.id = p.record_id;
  delete from postil_private.repairs as p
  where p.kind = 'recounted'
    and p.at >= since
    and p.transaction = pg_current_xact_id()
    and p.was = p.became;

  -- Nobody has seen how they changed on the way; only what came of it is told.
  delete from postil_private.outbox as o
  where o.transaction = pg_current_xact_id()
    and o.type <> 'record.deleted'
    and o.id <> all (told_before);
  perform postil_private.tell_untold();

  insert into postil_private.progress (namespace, dataset, records, completed, submitted)
  select d.namespace, d.dataset, d.records, d.completed, d.submitted
  from postil_private.progress_differences() as d
  where (d.records, d.completed, d.submitted) <> (0, 0, 0);
  insert into postil_private.repairs (kind, object, was, became)
  select 'counted', 'dataset ' || c.dataset, coalesce(counts_before -> c.dataset, nothing), c.counts
  from postil_private.counts_of_datasets() as c
  where c.counts <> coalesce(counts_before -> c.dataset, nothing)
  order by c.dataset;

  return query
    select p.kind, p.object, p.was, p.became
    from postil_private.repairs as p
    where p.at >= since
      and p.transaction = pg_current_xact_id()
    order by p.at, p.id;
end
$$;
comment on function postil.repair() is
  'Mends what a load behind the triggers'' back left wrong, and returns every row that it touched. removed: an orphan, or '
  'what referred to one, with all that it held. recounted: a record, its count and status before and after. excluded: '
  'a response that counted although its user''s do not, or the reverse. told: a record '
  'whose last event was not that of its status, or that was gone without one. counted: a dataset, its counts in '
  'dataset_progress() before and after. Answers that no rule would take are left for people to decide: see verify().';
