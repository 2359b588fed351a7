-- graphile-worker makes its schema when a worker starts for the first time; that worker looks for what was begun before.
create or replace function postil_private.call_worker(user_id uuid)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  if to_regclass('graphile_worker.jobs') is not null then
    execute 'select graphile_worker.add_job(''delete_user'', $1, job_key => $2)'
    using json_build_object('user_id', user_id), 'delete_user ' || user_id;
  end if;
end
$$;
comment on function postil_private.call_worker(uuid) is
  'Adds the job that deletes a user in batches. It takes the place of one that waits, or that a worker has and may be dead.';
