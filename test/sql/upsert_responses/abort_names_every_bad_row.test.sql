-- One error, with the reason for each; nothing is stored.
select plan(4);
select test.team();
select test.act_as('annotator');
create function pg_temp.refusal(rows jsonb, out code text, out message text, out detail text) language plpgsql as $$
begin
  perform postil.upsert_responses('team', rows);
exception when others then
  get stacked diagnostics code = returned_sqlstate, message = message_text, detail = pg_exception_detail;
end
$$;
create temporary table told as
select t.*
from pg_temp.refusal(jsonb_build_array(
  jsonb_build_object('record_id', test.id('b')),
  jsonb_build_object('record_id', '01980000-0000-7000-8000-000000000000'),
  jsonb_build_object('record_id', test.id('a'), 'status', 'submitted', 'values', '{}'::jsonb),
  jsonb_build_object('record_id', test.id('b'))
)) as t;
select results_eq(
  'select code, message from told',
  $$ values ('PN404', 'row 1: there is no such record in the namespace (and 2 more bad rows)') $$
);
select matches(
  (select detail from told),
  E'^row 1: there is no such record in the namespace\nrow 2: record [^\n]*, user [^\n]*, question mood: is not answered\n'
    'row 3: the same record and user as in row 0$'
);
select matches(
  (select t.detail from pg_temp.refusal((select jsonb_agg(n) from generate_series(1, 25) as n)) as t),
  E'^(row \\d+: a response is a JSON object, not number\n){20}… 25 rows in all$'
);
select is_empty($$ select from postil.responses where record_id = test.id('b') $$);
select * from finish();
