create or replace function postil_private.verify_exclusion()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'status is never wrong', 'responses are excluded exactly when their user''s are',
    count(*), count(*) filter (where j.wrong), min(j.namespace || '/' || j.record_id) filter (where j.wrong)
  from (
    select a.namespace, a.record_id, a.excluded <> (u.id is not null) as wrong
    from postil.responses as a
    left join postil.users as u
      on u.id = a.user_id
      and u.responses_excluded
  ) as j
$$;
comment on function postil_private.verify_exclusion() is
  'verify(): compares what counts of responses with what their users'' deactivation says.';
