-- The caller has locked the user. Then records, in the order in which everybody locks them, then responses; the trigger that
-- counts does the rest, set-wise. Statements of their own, so that each sees what was committed before its locks.
create or replace function postil_private.exclude_responses(user_id uuid, excluded boolean)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  -- Through the index by user, and from there through the primary key, whatever the statistics.
  set enable_seqscan = off
  set jit = off -- as count_submitted()
as $$
#variable_conflict use_column
begin
  perform
  from (
    select a.namespace, a.record_id
    from postil.responses as a
    where a.user_id = exclude_responses.user_id
      and a.status = 'submitted'
      and a.excluded <> exclude_responses.excluded
    order by a.namespace, a.record_id
  ) as wanted
  cross join lateral (
    select
    from postil.records as r
    where r.namespace = wanted.namespace
      and r.id = wanted.record_id
    for no key update
  ) as locked;
  update postil.responses as a
  set excluded = exclude_responses.excluded, version = pg_current_xact_id()
  where a.user_id = exclude_responses.user_id
    and a.excluded <> exclude_responses.excluded;
end
$$;
comment on function postil_private.exclude_responses(uuid, boolean) is
  'Makes the submitted responses of a user not count, or count again; their records follow.';
