select plan(5);
select test.namespace('team');
select throws_ok(
  $$ select postil.create_dataset('team', '{"key": "a", "titel": "A"}') $$, 'PN422', null, 'an unknown key'
);
select throws_ok($$ select postil.create_dataset('team', '[]') $$, 'PN422');
select throws_ok($$ select postil.create_dataset('team', null) $$, 'PN422');
select throws_ok($$ select postil.create_dataset('team', '{}') $$, 'PN422', null, 'no key');
select throws_ok($$ select postil.create_dataset('team', '{"key": null}') $$, 'PN422', null, 'no key');
select * from finish();
