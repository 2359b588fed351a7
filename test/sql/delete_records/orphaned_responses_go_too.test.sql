-- A load that no trigger saw may leave responses of users who are gone: there is nobody to lock for these.
select plan(2);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
set local session_replication_role = replica;
update postil.responses set user_id = gen_random_uuid();
set local session_replication_role = origin;
set local statement_timeout = '20s';
select results_eq(
  $$ select action from postil.delete_records('default', array[test.id('a')]) $$, array['deleted']
);
select is_empty('select from postil.responses');
select * from finish();
