create or replace function postil_private.write_good_rows(write text, rows jsonb, refusals jsonb)
  returns jsonb
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  good record;
  results jsonb;
begin
  select * into good from postil_private.good_rows(rows, refusals);
  results := case when good.rows = '[]' then '[]' else postil_private.write_apart(write, good.rows) end;
  return (
    select jsonb_agg(one.result order by one.result -> 'index')
    from (
      select w.result || jsonb_build_object('index', good.places[(w.result ->> 'index')::integer + 1] - 1)
      from jsonb_array_elements(results) as w (result)
      union all
      select b.refusal || jsonb_build_object('index', b.index::bigint - 1, 'action', 'refused')
      from jsonb_each(refusals) as b (index, refusal)
    ) as one (result)
  );
end
$$;
comment on function postil_private.write_good_rows(text, jsonb, jsonb) is
  'write_apart() of the rows that are not refused already; refusals: {index of the row, from 1: refusal}. A result for '
  'each row, in order.';
