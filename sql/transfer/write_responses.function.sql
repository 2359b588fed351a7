-- What a response leaves out stays as it is: then it is locked before it is read.
create or replace function postil_private.write_responses(
  namespace text,
  rows jsonb,
  ids uuid[],
  completed uuid[],
  late boolean
)
  returns uuid[]
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off -- as record_ids()
as $$
  with changed as (
    insert into postil.responses as old
      (namespace, record_id, user_id, status, values, inserted_at, updated_at)
    select
      write_responses.namespace,
      ids[a.index],
      a.user_id,
      coalesce(a.status, stored.status, 'draft'),
      case when a.keeps_values then stored."values" else a."values" end,
      coalesce(a.inserted_at, now()),
      coalesce(a.updated_at, a.inserted_at, now())
    from (select * from postil_private.response_rows(rows) as one order by ids[one.index], one.user_id) as a
    left join lateral (
      select one.status, one."values"
      from postil.responses as one
      where one.namespace = write_responses.namespace
        and one.record_id = ids[a.index]
        and one.user_id = a.user_id
        and (a.status is null or a.keeps_values)
      for no key update
    ) as stored on true
    where late is null
      or (coalesce(a.status, stored.status, 'draft') = 'submitted') = ((ids[a.index] = any (completed)) <> late)
    order by ids[a.index], a.user_id
    on conflict (namespace, record_id, user_id) do update
    set status = excluded.status, values = excluded.values, updated_at = excluded.updated_at
    where (old.status, old."values") is distinct from (excluded.status, excluded."values")
    returning old.record_id
  )
  select coalesce(array_agg(distinct changed.record_id), '{}') from changed
$$;
comment on function postil_private.write_responses(text, jsonb, uuid[], uuid[], boolean) is
  'Adds or replaces the responses nested in record rows. Returns the ids of the records concerned. late, as in '
  'store_mixed_responses(): null for all; false for those submitted to completed records, and the others to pending ones; '
  'true for the rest.';
