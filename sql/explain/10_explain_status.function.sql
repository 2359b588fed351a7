-- Invoker: row-level security decides which responses and names one sees; of the others only numbers are told.
-- The body is parsed when the function is made: who calls it may not look up names in postil_private.
create or replace function postil.explain_status(namespace text, record uuid)
  returns table (
    status postil.record_status,
    submitted_count integer,
    min_submitted integer,
    dataset_min_submitted integer,
    explanation text,
    details jsonb
  )
  language sql
  stable
  set search_path = pg_catalog, pg_temp
begin atomic
  with
    seen as (
      select
        a.user_id,
        coalesce(u.name, 'somebody') as name,
        a.status,
        a.status = 'submitted' and a.excluded as excluded,
        a.updated_at
      from postil.responses as a
      left join postil.users as u on u.id = a.user_id
      where a.namespace = explain_status.namespace
        and a.record_id = explain_status.record
    ),
    others as (
      select c.status, c.excluded, c.responses - coalesce(s.responses, 0) as responses
      from (
        select c.status, c.status = 'submitted' and c.excluded as excluded, sum(c.responses) as responses
        from postil_private.count_responses(explain_status.namespace, explain_status.record) as c
        group by 1, 2
      ) as c
      left join (
        select s.status, s.excluded, count(*) as responses
        from seen as s
        group by s.status, s.excluded
      ) as s on s.status = c.status and s.excluded = c.excluded
    ),
    held as (
      select l.user_id, coalesce(u.name, 'somebody') as name, l.expires_at
      from postil_private.leases_of_record(explain_status.namespace, explain_status.record) as l
      left join postil.users as u on u.id = l.user_id
    ),
    flips as (
      select f.*, u.name
      from postil_private.flips_of_record(explain_status.namespace, explain_status.record) as f
      left join postil.users as u on u.id = f.user_id
    ),
    told as (
      select
        (
          select string_agg(
            case s.status
              when 'submitted' then
                format(
                  case
                    when s.excluded then '%s submitted on %s, and is deactivated, with responses that do not count.'
                    else '%s submitted on %s.'
                  end,
                  s.name, to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')
                )
              when 'draft' then format('%s''s is a draft and does not count.', s.name)
              when 'discarded' then format('%s discarded it, which does not count.', s.name)
            end,
            ' ' order by s.status <> 'submitted', s.excluded, s.status, s.updated_at, s.name
          )
          from seen as s
        ) as responses,
        (
          select format(
            'You may not see %s more: %s.', sum(o.responses),
            string_agg(
              format(case when o.excluded then '%s %s, of deactivated users, which do not count' else '%s %s' end, o.responses, o.status),
              ', ' order by o.excluded, o.status <> 'submitted', o.status
            )
          )
          from others as o
          where o.responses > 0
          having count(*) > 0
        ) as others,
        (
          select string_agg(
            format('%s has it until %s.', h.name, to_char(h.expires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')),
            ' ' order by h.expires_at, h.name
          )
          from held as h
          where h.user_id is not null
        ) as leases,
        (
          select format('It is with %s whom you may not see.', case count(*) when 1 then 'somebody' else count(*) || ' people' end)
          from held as h
          where h.user_id is null
          having count(*) > 0
        ) as other_leases,
        (
          select format(
            'It was %s on %s by %s.', case f.type when 'record.completed' then 'completed' else 're-opened' end,
            to_char(f.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'),
            coalesce(f.name, case f.role when 'authenticated' then 'somebody' else 'database role ' || f.role end)
          )
          from flips as f
          order by f.id desc
          limit 1
        ) as last_flip
    )
  select
    r.status,
    r.submitted_count,
    r.min_submitted,
    d.min_submitted,
    concat_ws(
      ' ',
      format('%s: %s of %s submitted responses.', initcap(r.status::text), r.submitted_count, r.min_submitted),
      case when r.min_submitted = d.min_submitted
        then 'That many are asked for by its dataset.'
        else format('That many are asked for by the record itself; by its dataset, %s.', d.min_submitted)
      end,
      t.responses, t.others, t.leases, t.other_leases, t.last_flip
    ),
    jsonb_build_object(
      'threshold', jsonb_build_object(
        'min_submitted', r.min_submitted,
        'from', case when r.min_submitted = d.min_submitted then 'dataset' else 'record' end
      ),
      'completed_at', r.completed_at,
      'responses', (
        select coalesce(
          jsonb_agg(
            jsonb_build_object(
              'user_id', s.user_id, 'user', s.name, 'status', s.status, 'excluded', s.excluded, 'updated_at', s.updated_at
            )
            order by s.updated_at, s.name
          ),
          '[]'
        )
        from seen as s
      ),
      'other_responses', (
        select coalesce(
          jsonb_object_agg(case when o.excluded then 'excluded' else o.status::text end, o.responses)
            filter (where o.responses > 0),
          '{}'
        )
        from others as o
      ),
      'leases', (
        select coalesce(
          jsonb_agg(
            jsonb_build_object('user_id', h.user_id, 'user', h.name, 'expires_at', h.expires_at)
            order by h.expires_at, h.name
          ),
          '[]'
        )
        from held as h
        where h.user_id is not null
      ),
      'other_leases', (select count(*) from held as h where h.user_id is null),
      'last_flips', (
        select coalesce(
          jsonb_agg(
            jsonb_build_object('type', f.type, 'at', f.at, 'user_id', f.user_id, 'user', f.name, 'role', f.role)
            -- Not by the time, which is that when its transaction began.
            order by f.id desc
          ),
          '[]'
        )
        from flips as f
      )
    )
  from postil.records as r
  join postil.datasets as d on d.namespace = r.namespace and d.key = r.dataset
  cross join told as t
  where r.namespace = explain_status.namespace
    and r.id = explain_status.record;
end;
comment on function postil.explain_status(text, uuid) is
  'Why a record has its status, in plain words, and in details: the threshold and where it is from, the responses that you '
  'may see and how many you may not (excluded: submitted by a deactivated user, and not counted), '
  'who has been given it by next_records(), when it last changed. No row: there is no such record that you may see.';
