select plan(2);
select test.team();
select test.act_as('admin');
select throws_ok($$ update postil.records set inserted_at = now() $$, '42501');
select throws_ok($$ update postil.records set updated_at = now() $$, '42501');
select * from finish();
