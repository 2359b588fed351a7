-- Attached, not made as partitions: that way nobody who writes history has to wait, except those who write where no
-- partition was made in time. Where the lock cannot be had soon, or such rows lie already, the week is left out.
-- Definer: the partitions belong to the owner of history, whoever asks.
create or replace function postil_private.prepare_history(weeks integer default 5)
  returns integer
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
  set lock_timeout = '200ms'
as $$
declare
  begins timestamptz;
  name text;
  made integer := 0;
begin
  for begins in
    select (monday + make_interval(weeks => later)) at time zone 'UTC'
    from date_trunc('week', now() at time zone 'UTC') as monday
    cross join generate_series(0, prepare_history.weeks - 1) as later
  loop
    name := 'history_' || to_char(begins at time zone 'UTC', 'IYYY"w"IW');
    continue when to_regclass('postil_private.' || name) is not null;
    begin
      continue when exists (
        select
        from postil_private.history_rest as h
        where h.at >= begins
          and h.at < begins + interval '7 days'
      );
      execute format(
        'create table postil_private.%1$I (like postil_private.history including defaults including constraints);'
        'alter table postil_private.%1$I enable row level security;'
        'alter table postil_private.%1$I alter column image set statistics 0, alter column request_id set statistics 0;'
        'alter table postil_private.history attach partition postil_private.%1$I for values from (%2$L) to (%3$L)',
        name, begins, begins + interval '7 days'
      );
      made := made + 1;
    exception when lock_not_available or check_violation or duplicate_table or unique_violation then
      null; -- Somebody was faster, or is in the way; there is another time.
    end;
  end loop;
  return made;
end
$$;
comment on function postil_private.prepare_history(integer) is
  'Makes the partitions of history for this week and the next ones, and returns how many. In a transaction of its own.';
