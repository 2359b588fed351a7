create or replace function postil_private.good_rows(all_rows jsonb, refusals jsonb)
  returns table (rows jsonb, places bigint[])
  language sql
  immutable
  set search_path = ''
as $$
  select coalesce(jsonb_agg(g.row order by g.index), '[]'), array_agg(g.index order by g.index)
  from jsonb_array_elements(all_rows) with ordinality as g (row, index)
  where not refusals ? g.index::text
$$;
comment on function postil_private.good_rows(jsonb, jsonb) is
  'The rows that are not refused, and which they are among all, from 1. refusals: {index of the row, from 1: refusal}.';
