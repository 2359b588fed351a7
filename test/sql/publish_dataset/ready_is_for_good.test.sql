select plan(6);
select test.dataset('letters');
insert into postil.fields (namespace, dataset, name, required) values ('default', 'letters', 'title', false);
select throws_ok($$ update postil.datasets set status = 'draft' $$, 'PN409');
select throws_ok(
  $$ delete from postil.questions where name = 'mood' $$, 'PN422',
  'dataset letters is not ready without a required question'
);
select throws_ok($$ update postil.questions set required = false $$, 'PN422');
select throws_ok($$ delete from postil.fields $$, 'PN422', 'dataset letters is not ready without a field');
select lives_ok(
  $$ update postil.questions set required = not required $$, 'as long as one is left, the others may change'
);
select lives_ok($$ delete from postil.datasets $$, 'the whole dataset may go');
select * from finish();
