create or replace function postil_private.bad_times_of_rows(rows jsonb)
  returns table (index bigint, refusal jsonb)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select distinct on (g.index)
    g.index,
    jsonb_build_object(
      'code', 'PN422', 'message', format('%L is no time', postil_private.shortened(t.said #>> '{}')),
      'hint', 'For example "2026-05-01T12:00:00Z".'
    )
  from jsonb_array_elements(rows) with ordinality as g (row, index)
  cross join unnest(
    '{$.inserted_at,$.updated_at,$.suggestions[*].inserted_at,$.suggestions[*].updated_at,$.responses[*].inserted_at,$.responses[*].updated_at}'::jsonpath[]
  ) as p (path)
  cross join jsonb_path_query(g.row, p.path) as t (said)
  where t.said <> 'null'
    and not postil_private.is_time(t.said #>> '{}')
  order by g.index
$$;
comment on function postil_private.bad_times_of_rows(jsonb) is
  'The rows of an upsert_records call with a time that is none, and why they are refused; index from 1.';
