-- The caller has locked the users and the records. A response that already is as its row says is not touched.
-- What is there is looked up by the record, as in live_leases().
create or replace function postil_private.store_responses(namespace text, rows jsonb)
  returns table (index bigint, action text)
  language sql
  volatile
  set search_path = ''
  set enable_seqscan = off
as $$
  with
    asked as materialized (
      select
        a.index,
        a.record_id,
        a.user_id,
        stored.user_id is not null as stored,
        stored.status as stored_status,
        stored."values" as stored_values,
        coalesce(a.status, stored.status, 'draft') as status,
        case when a.keeps_values then stored."values" else a."values" end as "values"
      from rows from (
        jsonb_to_recordset(rows) as (
          record_id uuid, user_id uuid, status postil.response_status, "values" jsonb, keeps_values boolean
        )
      ) with ordinality as a (record_id, user_id, status, "values", keeps_values, index)
      left join lateral (
        select r.user_id, r.status, r."values"
        from postil.responses as r
        where r.namespace = store_responses.namespace
          and r.record_id = a.record_id
        offset 0
      ) as stored on stored.user_id = a.user_id
    ),
    written as (
      insert into postil.responses as old (namespace, record_id, user_id, status, "values")
      select store_responses.namespace, a.record_id, a.user_id, a.status, a."values"
      from asked as a
      where not a.stored
        or (a.stored_status, a.stored_values) is distinct from (a.status, a."values")
      order by a.record_id, a.user_id
      on conflict (namespace, record_id, user_id) do update
      set status = excluded.status, "values" = excluded."values"
      -- Nobody has locked a row version that was inserted; one that is updated was locked first.
      returning old.record_id, old.user_id, old.xmax = 0 as inserted
    )
  select
    a.index,
    case w.inserted when true then 'inserted' when false then 'updated' else 'unchanged' end
  from asked as a
  left join written as w on w.record_id = a.record_id and w.user_id = a.user_id
  order by a.index
$$;
comment on function postil_private.store_responses(text, jsonb) is
  'Adds or replaces responses, all or none; one result per row, in their order, index from 1. What a row leaves out stays; '
  'a new response is a draft.';
