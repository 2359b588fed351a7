-- Annotators export their own responses only, strangers nothing.
select plan(4);
select test.team();
prepare exported as
select r ->> 'user'
from postil.export_records('team', 'letters') as e
cross join json_array_elements(e.record -> 'responses') as r;
select test.act_as('annotator');
select results_eq('exported', array['annotator']);
select test.act_as('viewer');
select results_eq('exported', array['admin', 'annotator', 'colleague', 'reviewer']);
select test.act_as('stranger');
select is_empty($$ select from postil.export_records('team', 'letters') $$);
select test.act_as('anon');
select throws_ok($$ select from postil.export_records('team', 'letters') $$, '42501');
select * from finish();
