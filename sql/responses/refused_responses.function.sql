create or replace function postil_private.refused_responses(
  record_ids uuid[],
  user_ids uuid[],
  refusals jsonb[],
  records uuid[],
  users uuid[]
)
  returns jsonb[]
  language sql
  immutable
  set search_path = ''
as $$
  with
    asked as (
      select a.*, r.id is not null and u.id is not null as found, u.id is null as nobody
      from unnest(record_ids, user_ids, refusals) with ordinality as a (record_id, user_id, refusal, index)
      left join (select distinct id from unnest(records) as id) as r on r.id = a.record_id
      left join (select distinct id from unnest(users) as id) as u on u.id = a.user_id
    ),
    judged as (
      select
        a.*,
        case when a.refusal is null and a.found then
          first_value(a.index) over (
            partition by a.record_id, a.user_id, a.refusal is null
            order by a.index
          )
        end as first
      from asked as a
    )
  select array_agg(
    case
      when j.refusal is not null then j.refusal
      when j.nobody then jsonb_build_object(
        'code', 'PN422', 'message', format('there is no user %L', j.user_id),
        'hint', 'Create a missing user: postil user create'
      )
      when not j.found then jsonb_build_object(
        'code', 'PN404', 'message', 'there is no such record in the namespace',
        'hint', 'It may have been deleted. Leave the row out.'
      )
      when j.first < j.index then jsonb_build_object(
        'code', 'PN409', 'message', format('the same record and user as in row %s', j.first - 1),
        'hint', 'Which should win? Send it alone.'
      )
    end
    order by j.index
  )
  from judged as j
$$;
comment on function postil_private.refused_responses(uuid[], uuid[], jsonb[], uuid[], uuid[]) is
  'For each response that is asked for, why it is refused: as it was already, or as its user or record is not among those '
  'that exist, or as an earlier one is for the same two.';
