-- After records have been recounted by what is stored: from there, the trigger that counts follows by differences.
create or replace function postil_private.mend_exclusion()
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  -- Whoever deactivates or reactivates one of them waits.
  users constant uuid[] := array(
    select u.id
    from postil.users as u
    where exists (
      select
      from postil.responses as a
      where a.user_id = u.id
        and a.excluded <> u.responses_excluded
    )
    order by u.id
    for key share
  );
begin
  with mended as (
    update postil.responses as a
    set excluded = u.responses_excluded, version = pg_current_xact_id()
    from postil.users as u
    where u.id = any (users)
      and a.user_id = u.id
      and a.excluded <> u.responses_excluded
    returning a.namespace, a.record_id, a.user_id, a.excluded
  )
  insert into postil_private.repairs (kind, object, was, became)
  select
    'excluded',
    format('postil.responses %s/%s/%s', m.namespace, m.record_id, m.user_id),
    jsonb_build_object('excluded', not m.excluded),
    jsonb_build_object('excluded', m.excluded)
  from mended as m;
end
$$;
comment on function postil_private.mend_exclusion() is
  'repair(): makes responses count, or not, as the deactivation of their users says.';
