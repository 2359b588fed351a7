-- A job that waits for its turn, or to be tried again within a minute, is left alone.
create or replace function postil_private.resume_deletions()
  returns setof uuid
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  found uuid;
  waits boolean;
begin
  for found in
    select d.user_id
    from postil_private.deletions as d
    where d.cancelled_at is null
      and d.finished_at is null
    order by d.started_at
  loop
    continue when not pg_try_advisory_xact_lock(postil_private.deletion_lock(found));
    execute
      'select exists (select from graphile_worker.jobs as j where j.key = $1 and j.locked_by is null '
      'and j.attempts < j.max_attempts and j.run_at < now() + interval ''1 minute'')'
      into waits
      using 'delete_user ' || found;
    if not waits then
      perform postil_private.call_worker(found);
      return next found;
    end if;
  end loop;
end
$$;
comment on function postil_private.resume_deletions() is
  'Adds the jobs of deletions that nobody works on, as their worker was killed or there was none, and returns whose.';
