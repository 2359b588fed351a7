select plan(1);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.respond('a', 'ana'), test.respond('b', 'ana');
delete from postil.responses where record_id = test.id('a');
select results_eq(
  $$ select f ->> 'type' from jsonb_array_elements(
    (select details -> 'last_flips' from postil.explain_status('default', test.id('a')))
  ) as f $$,
  array['record.reopened', 'record.completed']
);
select * from finish();
