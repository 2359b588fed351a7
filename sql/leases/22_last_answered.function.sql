create or replace function postil_private.last_answered(dataset postil.datasets, user_id uuid)
  returns uuid
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select l.record_id
  from postil_private.leases as l
  cross join lateral (
    select one.dataset
    from postil.records as one
    where one.namespace = l.namespace
      and one.id = l.record_id
    offset 0 -- Keeps it a lookup for each row.
  ) as r
  where l.user_id = last_answered.user_id
    and l.namespace = (last_answered.dataset).namespace
    and r.dataset = (last_answered.dataset).key
    and not exists (
      select
      from postil_private.live_leases() as live
      where live.namespace = l.namespace
        and live.record_id = l.record_id
        and live.user_id = l.user_id
    )
    and exists (
      select
      from (
        select one.user_id, one.status
        from postil.responses as one
        where one.namespace = l.namespace
          and one.record_id = l.record_id
        offset 0 -- as live_leases()
      ) as a
      where a.user_id = l.user_id
        and a.status <> 'draft'
    )
  order by l.record_id desc
  limit 1
$$;
comment on function postil_private.last_answered(postil.datasets, uuid) is
  'Of the records that somebody was given last, the last one that they have answered.';
