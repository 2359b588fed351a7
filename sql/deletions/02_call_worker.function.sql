-- graphile-worker makes its schema when a worker starts for the first time, and changes it in several transactions. What is
-- asked for meanwhile must not fail for that: a worker looks at deletions itself when it starts, and every few seconds.
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
exception when others then
  raise warning 'no worker was told of the deletion of user %: %', user_id, sqlerrm
    using hint = 'It begins when a worker next looks for deletions. If none does, start one: postil worker';
end
$$;
comment on function postil_private.call_worker(uuid) is
  'Adds the job that deletes a user in batches. It takes the place of one that waits, or that a worker has and may be dead.';
