-- In the order in which they happened, though a transaction that began earlier may have caused the later one.
select plan(1);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.respond('a', 'ana'), test.respond('b', 'ana');
delete from postil.responses where record_id = test.id('a');
update postil_private.outbox set at = '2026-01-02' where type = 'record.completed';
update postil_private.outbox set at = '2026-01-01' where type = 'record.reopened';
select results_eq(
  $$ select f ->> 'type' from jsonb_array_elements(
    (select details -> 'last_flips' from postil.explain_status('default', test.id('a')))
  ) as f $$,
  array['record.reopened', 'record.completed']
);
select * from finish();
