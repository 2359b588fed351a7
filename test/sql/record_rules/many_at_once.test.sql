-- Of several datasets; the error says how many problems there are.
select plan(3);
select test.dataset('letters'), test.dataset('poems');
insert into postil.fields (namespace, dataset, name, required) values ('default', 'poems', 'metre', false);
prepare make (text) as
insert into postil.records (namespace, dataset, fields)
select 'default', given.dataset, given.fields::jsonb
from (
  values ('letters', '{"text": "a"}'), ('poems', '{"metre": "iambic"}'), ('letters', $1), ('letters', '{"text": "b"}')
) as given (dataset, fields);
select lives_ok($$ execute make('{}') $$);
select throws_ok($$ execute make('{"metre": "iambic"}') $$, 'PN422', 'record: field metre: is no field of the dataset');
select throws_ok(
  $$ execute make('{"metre": "iambic", "text": 1}') $$, 'PN422',
  'record: field metre: is no field of the dataset (and 1 more)'
);
select * from finish();
