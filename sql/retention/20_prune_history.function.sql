-- Whole weeks, as to drop a table takes no time. Dropping needs everybody out of history for a moment; where that cannot
-- be had soon, the week is emptied, which needs only its readers out, and dropped another time.
-- Definer: only the owner of a table drops it.
create or replace function postil_private.prune_history()
  returns integer
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
  set lock_timeout = '200ms'
as $$
declare
  oldest constant timestamptz := now() - make_interval(days => (select s.history_days from postil_private.settings as s));
  old text;
  command text;
  pruned integer := 0;
begin
  for old in select p.name from postil_private.history_partitions() as p where p.ends <= oldest loop
    foreach command in array array['drop', 'truncate'] loop
      begin
        execute format('%s table postil_private.%I', command, old);
        pruned := pruned + 1;
        exit;
      exception when lock_not_available then
        null;
      end;
    end loop;
  end loop;
  delete from postil_private.history_rest as h where h.at < oldest;
  delete from postil_private.repairs as p where p.at < oldest;
  -- As long as some of a user's can be restored, all stay: they tell how much cannot.
  delete from postil_private.deletion_batches as b
  where b.at < oldest
    and not exists (
      select
      from postil_private.deletion_batches as later
      where later.user_id = b.user_id
        and later.at >= oldest
    );
  return pruned;
end
$$;
comment on function postil_private.prune_history() is
  'Removes history of weeks that lie wholly before the days that it is kept, and returns of how many; what repair() removed, '
  'too. In a transaction of '
  'its own.';
