-- Definer: nobody may write the counts by hand.
create or replace function postil_private.count_records()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  case tg_op
    when 'INSERT' then
      insert into postil_private.progress (namespace, dataset, records)
      select n.namespace, n.dataset, count(*)
      from new_rows as n
      group by n.namespace, n.dataset;
    when 'DELETE' then
      -- Their responses went with them, and found no record to be subtracted from.
      insert into postil_private.progress (namespace, dataset, records, completed, submitted)
      select
        o.namespace,
        o.dataset,
        -count(*),
        -count(*) filter (where o.completed_at is not null),
        -sum(o.submitted_count)
      from old_rows as o
      group by o.namespace, o.dataset;
      perform postil_private.tell_events(o.namespace, o.dataset, 'record.deleted', array_agg(o.id))
      from old_rows as o
      group by o.namespace, o.dataset;
    when 'TRUNCATE' then
      perform postil_private.tell_events(r.namespace, r.dataset, 'record.deleted', array_agg(r.id))
      from postil.records as r
      group by r.namespace, r.dataset;
      delete from postil_private.progress;
  end case;
  return null;
end
$$;
comment on function postil_private.count_records() is
  'Trigger on records: keeps the counts behind dataset_progress(), and tells of records that are deleted.';
