-- Each bad row of ten thousand, whatever is bad about it.
select plan(4);
select test.dataset('letters'), test.user('ana');
create temporary table result as
select *
from postil.upsert_records('default', 'letters', (
  select jsonb_agg(
    jsonb_build_object('external_id', n, 'fields', jsonb_build_object('text', 'some text')) || case n
      when 17 then '{"fields": {"text": 1}}'
      when 4000 then '{"responses": [{"user": "ana", "status": "submitted", "values": {"topics": {"value": ["war"]}}}]}'
      when 4001 then '{"suggestions": [{"question": "colour", "agent": "model", "value": "red"}]}'
      when 9999 then '{"fields": {"colour": "red"}}'
      else '{}'
    end::jsonb
    order by n
  )
  from generate_series(0, 9999) as n
), on_error => 'report');
select results_eq(
  $$ select index, code, message from result where action = 'refused' order by index $$,
  $$
    values (17::bigint, 'PN422', 'record: field text: is not a text'),
      (4000, 'PN422', 'response: question mood: is not answered'),
      (4001, 'PN422', 'suggestion: question colour: is no question of the dataset'),
      (9999, 'PN422', 'record: field colour: is no field of the dataset')
  $$
);
select is((select count(*) from result where action = 'inserted'), 9996::bigint);
select is((select count(*) from postil.records), 9996::bigint);
select results_eq('select index from result', 'select generate_series(0, 9999)::bigint', 'a result for each row, in order');
select * from finish();
