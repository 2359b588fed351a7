select plan(2);
select test.dataset('letters');
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', '[{"colour": "red"}]', dry_run => true) $$, 'PN422'
);
select throws_ok(
  $$ select postil.upsert_records('default', 'nowhere', '[{"fields": {}}]', dry_run => true) $$, 'PN404'
);
select * from finish();
