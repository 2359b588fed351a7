-- "Enabled" for ordinary sessions: O, or A (always).
create or replace function postil_private.verify_triggers()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    needed (promise, table_name, name) as (
      values
        ('status is never wrong', 'records', '10_start_pending'),
        ('status is never wrong', 'records', '10_lock_datasets_of_new_records'),
        ('status is never wrong', 'records', '30_refuse_hand_written_count'),
        ('status is never wrong', 'records', '40_set_completed_at'),
        ('status is never wrong', 'records', '60_count_records_on_insert'),
        ('status is never wrong', 'records', '60_count_records_on_delete'),
        ('status is never wrong', 'records', '60_count_records_on_truncate'),
        ('status is never wrong', 'responses', '20_count_submitted_on_insert'),
        ('status is never wrong', 'responses', '20_count_submitted_on_update'),
        ('status is never wrong', 'responses', '20_count_submitted_on_delete'),
        ('status is never wrong', 'responses', '20_count_nothing_after_truncate'),
        ('status is never wrong', 'datasets', '20_follow_dataset_min_submitted'),
        ('status is never wrong', 'responses', '15_refuse_responses_of_excluded_users'),
        ('status is never wrong', 'responses', '30_refuse_hand_written_exclusion_on_insert'),
        ('status is never wrong', 'responses', '30_refuse_hand_written_exclusion_on_update'),
        ('status is never wrong', 'users', '30_refuse_hand_written_deactivation_on_insert'),
        ('status is never wrong', 'users', '30_refuse_hand_written_deactivation_on_update'),
        ('you see what you may see', 'users', '40_keep_an_owner_on_delete'),
        ('you see what you may see', 'users', '40_keep_an_owner_on_update'),
        ('you see what you may see', 'users', '40_keep_an_owner_on_truncate'),
        ('status is never wrong', 'namespaces', '60_forget_namespaces'),
        ('answers are valid', 'responses', '10_refuse_invalid_responses_on_insert'),
        ('answers are valid', 'responses', '10_refuse_invalid_responses_on_update'),
        ('answers are valid', 'suggestions', '10_refuse_invalid_suggestions_on_insert'),
        ('answers are valid', 'suggestions', '10_refuse_invalid_suggestions_on_update'),
        ('answers are valid', 'records', '10_refuse_invalid_records_on_insert'),
        ('answers are valid', 'records', '10_refuse_invalid_record_update'),
        ('answers are valid', 'records', '20_refuse_lost_spans'),
        ('answers are valid', 'questions', '10_refuse_type_change'),
        ('answers are valid', 'questions', '20_refuse_bad_settings'),
        ('answers are valid', 'questions', '30_refuse_breaking_change'),
        ('answers are valid', 'metadata_properties', '20_refuse_bad_settings'),
        ('answers are valid', 'metadata_properties', '30_refuse_breaking_change'),
        ('answers are valid', 'fields', '30_refuse_breaking_change'),
        ('answers are valid', 'datasets', '10_refuse_return_to_draft'),
        ('answers are valid', 'datasets', '30_refuse_extra_metadata'),
        ('answers are valid', 'datasets', '30_refuse_unready_dataset')
      union all
      select 'nothing is lost', kept.table_name, trigger.name
      from unnest(array[
        'namespaces', 'users', 'members', 'datasets', 'fields', 'questions', 'metadata_properties', 'records', 'responses',
        'suggestions'
      ]) as kept (table_name)
      cross join unnest(array[
        '10_refuse_key_change', '70_keep_updated_rows', '70_keep_deleted_rows', '70_keep_truncated_rows'
      ]) as trigger (name)
      where (kept.table_name, trigger.name) <> ('namespaces', '70_keep_truncated_rows')
      union all
      select 'an edit touches what it names', counted.table_name, '80_count_contents_change_on_' || operation.name
      from unnest(array['datasets', 'fields', 'questions', 'metadata_properties']) as counted (table_name)
      cross join unnest(array['insert', 'update', 'delete', 'truncate']) as operation (name)
      union all
      select 'nothing is lost', noted.table_name, trigger.name
      from unnest(array['users', 'members', 'postil_private.api_keys']) as noted (table_name)
      cross join unnest(array['75_note_inserted', '75_note_updated', '75_note_deleted', '75_note_truncated']) as trigger (name)
      union all
      values
        ('nothing is lost', 'namespaces', '20_refuse_delete_of_protected'),
        ('nothing is lost', 'namespaces', '20_refuse_truncate'),
        ('nothing is lost', 'namespaces', '75_note_inserted'),
        ('nothing is lost', 'namespaces', '75_note_updated'),
        ('nothing is lost', 'namespaces', '75_note_deleted'),
        ('nothing is lost', 'records', '60_end_feigned_following'),
        ('you see what you may see', 'namespaces', '60_note_beginnings'),
        ('nothing is lost', 'postil_private.settings', '75_note_updated'),
        ('nothing is lost', 'postil_private.deletions', '75_note_inserted'),
        ('nothing is lost', 'postil_private.deletions', '75_note_updated'),
        ('nothing is lost', 'postil_private.audit', '10_refuse_audit_change')
    ),
    judged as (
      select
        n.promise,
        format('%s %s', of_table.name, n.name) as object,
        not exists (
          select
          from pg_catalog.pg_trigger as t
          where t.tgrelid = to_regclass(of_table.name)
            and t.tgname = n.name
            and t.tgenabled in ('O', 'A')
        ) as wrong
      from needed as n
      cross join lateral (
        select case when n.table_name like '%.%' then n.table_name else 'postil.' || n.table_name end as name
      ) as of_table
    )
  select
    j.promise, 'the triggers that keep it are there and enabled',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
  group by j.promise
$$;
comment on function postil_private.verify_triggers() is
  'verify(): looks for the triggers that keep the statuses, the rules and the history, one by one.';
