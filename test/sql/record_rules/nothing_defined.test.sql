-- A dataset without fields takes records without fields, and one without metadata properties may allow no metadata.
select plan(5);
insert into postil.datasets (namespace, key, allow_extra_metadata) values ('default', 'letters', false);
prepare make (jsonb, jsonb) as
insert into postil.records (namespace, dataset, fields, metadata) values ('default', 'letters', $1, $2);
select lives_ok($$ execute make('{}', '{}') $$);
select throws_ok($$ execute make('{"text": "a"}', '{}') $$, 'PN422', 'record: field text: is no field of the dataset');
select throws_ok($$ execute make('{}', '{"n": null}') $$, 'PN422');
select throws_ok($$ update postil.records set fields = '{"text": "a"}' $$, 'PN422');
select throws_ok($$ update postil.records set metadata = '{"n": 1}' $$, 'PN422');
select * from finish();
