select plan(6);
insert into postil.datasets (namespace, key) values ('default', 'letters');
select throws_ok(
  $$ select postil.publish_dataset('default', 'letters') $$, 'PN422', 'dataset letters is not ready without a field'
);
insert into postil.fields (namespace, dataset, name) values ('default', 'letters', 'text');
insert into postil.questions (namespace, dataset, name, type, required) values ('default', 'letters', 'mood', 'text', false);
select throws_ok(
  $$ select postil.publish_dataset('default', 'letters') $$, 'PN422',
  'dataset letters is not ready without a required question'
);
select throws_ok($$ update postil.datasets set status = 'ready' $$, 'PN422');
select throws_ok($$ insert into postil.datasets (namespace, key, status) values ('default', 'poems', 'ready') $$, 'PN422');
select throws_ok($$ select postil.publish_dataset('default', 'nowhere') $$, 'PN404');
select is((select status from postil.datasets), 'draft');
select * from finish();
