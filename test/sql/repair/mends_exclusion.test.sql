-- Whether the counts followed what a load wrote, or not.
select plan(6);
select test.dataset('letters');
select test.record(name) from unnest(array['a', 'b', 'c', 'd']) as name;
select test.respond('a', 'ana'), test.respond('b', 'ana'), test.respond('c', 'ben'), test.respond('d', 'ben');
select postil.deactivate_user(test.user('ben'), true);
set local session_replication_role = replica;
update postil.responses set excluded = not excluded;
update postil.records set submitted_count = 0, completed_at = null where external_id = 'a';
update postil.records set submitted_count = 1, completed_at = now() where external_id = 'c';
set local session_replication_role = origin;
create temporary table repaired as select * from postil.repair();
select is_empty('select * from postil.verify() where wrong > 0');
select is(
  array[test.state('a'), test.state('b'), test.state('c'), test.state('d')],
  array['1 of 1, completed', '1 of 1, completed', '0 of 1, pending', '0 of 1, pending']
);
select is(array(select user_id from postil.responses where excluded group by user_id), array[test.user('ben')]);
select is((select count(*) from repaired where kind = 'excluded'), 4::bigint);
select is(
  (select became from repaired where kind = 'excluded' and object like '%' || test.id('a') || '%'), '{"excluded": false}'
);
select is_empty('select * from postil.repair()', 'once');
select * from finish();
