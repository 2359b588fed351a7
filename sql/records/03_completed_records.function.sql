create or replace function postil_private.completed_records(namespace text, ids uuid[])
  returns uuid[]
  language sql
  stable
  set search_path = ''
  set enable_seqscan = off
as $$
  select array(
    select known.id
    from (select distinct unnest(ids) as id) as wanted
    cross join lateral (
      select one.id, one.status
      from postil.records as one
      where one.namespace = completed_records.namespace
        and one.id = wanted.id
      offset 0 -- Keeps it a lookup for each row.
    ) as known
    where known.status = 'completed'
  )
$$;
comment on function postil_private.completed_records(text, uuid[]) is 'Those of the records that are completed.';
