-- Ordered so that no other index will do, whatever the statistics.
create or replace function postil_private.has_at_most(user_id uuid, most integer)
  returns boolean
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set enable_sort = off
as $$
  select not exists (
    select
    from postil.responses as r
    where r.user_id >= has_at_most.user_id
      and r.user_id <= has_at_most.user_id
    order by r.user_id, r.namespace, r.record_id
    offset most
  )
$$;
comment on function postil_private.has_at_most(uuid, integer) is
  'Whether a user has no more than so many responses, without counting them all.';
