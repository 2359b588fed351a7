-- A lookup for each row, as in lock_records(); without a lock: see upsert_responses().
create or replace function postil_private.settled_responses(
  namespace text,
  record_ids uuid[],
  user_ids uuid[],
  statuses postil.response_status[],
  "values" jsonb[],
  keep_values boolean[],
  refusals jsonb[],
  missing_users uuid[]
)
  returns table (
    place integer,
    refusal jsonb,
    twin boolean,
    dataset text,
    response postil_private.new_response,
    changed boolean
  )
  language sql
  stable
  set search_path = ''
  set enable_seqscan = off
as $$
  select
    a.place::integer,
    case
      when a.user_id = any (missing_users) then jsonb_build_object(
        'code', 'PN422', 'message', format('there is no user %L', a.user_id),
        'hint', 'Create a missing user: postil user create'
      )
      when found.id is null then jsonb_build_object(
        'code', 'PN404', 'message', 'there is no such record in the namespace',
        'hint', 'It may have been deleted. Leave the row out.'
      )
      when a.first < a.place then jsonb_build_object(
        'code', 'PN409', 'message', format('the same record and user as in row %s', a.first - 1),
        'hint', 'Which should win? Send it alone.'
      )
    end,
    a.first < a.place and found.id is not null and not coalesce(a.user_id = any (missing_users), false),
    found.dataset,
    row(a.record_id, a.user_id, settled.status, settled."values")::postil_private.new_response,
    (stored.status, stored."values") is distinct from (settled.status, settled."values")
  from (
    select one.*, min(one.place) over (partition by one.record_id, one.user_id) as first
    from unnest(record_ids, user_ids, statuses, settled_responses."values", keep_values, refusals) with ordinality
      as one (record_id, user_id, status, "values", keeps_values, refusal, place)
    where one.refusal is null
  ) as a
  left join lateral (
    select one.id, one.dataset
    from postil.records as one
    where one.namespace = settled_responses.namespace
      and one.id = a.record_id
    offset 0 -- Keeps it a lookup for each row.
  ) as found on true
  left join lateral (
    select one.status, one."values"
    from postil.responses as one
    where one.namespace = settled_responses.namespace
      and one.record_id = a.record_id
      and one.user_id = a.user_id
    offset 0 -- Keeps it a lookup for each row.
  ) as stored on true
  cross join lateral (
    select
      coalesce(a.status, stored.status, 'draft') as status,
      case when a.keeps_values then stored."values" else a."values" end as "values"
  ) as settled
  order by a.record_id, a.user_id
$$;
comment on function postil_private.settled_responses(
  text, uuid[], uuid[], postil.response_status[], jsonb[], boolean[], jsonb[], uuid[]
) is
  'The responses that are asked for and not refused, in the order in which they are written: as they are to be, whether '
  'that is a change, or why they are refused after all; twin: for an earlier one alone. What is left out is as it is stored; a new response is a draft.';
