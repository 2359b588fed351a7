select plan(3);
select test.dataset('letters');
select test.record('a', min_submitted => 3), test.respond('a', 'ana');
update postil.records set metadata = '{"language": "en"}';
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('a'), 'mood', 'model', '"good"');
prepare record as select fields, metadata, min_submitted from postil.records;

select postil.upsert_records('default', 'letters', '[{"external_id": "a", "metadata": {"language": "fr"}}]');
select results_eq('record', $$ values ('{"text": "a"}'::jsonb, '{"language": "fr"}'::jsonb, 3) $$);
select postil.upsert_records('default', 'letters', '[{"external_id": "a", "fields": {"text": "new"}}]');
select results_eq('record', $$ values ('{"text": "new"}'::jsonb, '{"language": "fr"}'::jsonb, 3) $$);
select results_eq(
  'select count(*), (select count(*) from postil.suggestions) from postil.responses',
  'values (1::bigint, 1::bigint)', 'responses and suggestions, too'
);
select * from finish();
