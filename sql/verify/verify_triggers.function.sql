-- "Enabled" for ordinary sessions: O, or A (always).
create or replace function postil_private.verify_triggers()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = ''
as $$
  with
    needed (table_name, name) as (
      values
        ('records', '10_start_pending'),
        ('records', '10_lock_datasets_of_new_records'),
        ('records', '30_refuse_hand_written_count'),
        ('records', '40_set_completed_at'),
        ('records', '60_count_records_on_insert'),
        ('records', '60_count_records_on_delete'),
        ('records', '60_count_records_on_truncate'),
        ('responses', '20_count_submitted_on_insert'),
        ('responses', '20_count_submitted_on_update'),
        ('responses', '20_count_submitted_on_delete'),
        ('responses', '20_count_nothing_after_truncate'),
        ('datasets', '20_follow_dataset_min_submitted')
    ),
    judged as (
      select
        format('postil.%s %s', n.table_name, n.name) as object,
        not exists (
          select
          from pg_catalog.pg_trigger as t
          join pg_catalog.pg_class as c on c.oid = t.tgrelid
          where c.relnamespace = 'postil'::regnamespace
            and c.relname = n.table_name
            and t.tgname = n.name
            and t.tgenabled in ('O', 'A')
        ) as wrong
      from needed as n
    )
  select
    'status is never wrong', 'the triggers that maintain it are there and enabled',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
$$;
comment on function postil_private.verify_triggers() is
  'verify(): looks for the triggers that maintain the status, one by one.';
