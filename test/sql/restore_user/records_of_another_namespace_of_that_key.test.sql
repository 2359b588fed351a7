-- Whatever their ids, which an import may have brought along, they are not what the user answered.
select plan(2);
select test.dataset('letters', namespace => 'team');
select test.record('a', namespace => 'team'), test.respond('a', 'ana');
create temporary table gone as select id from postil.users;
create temporary table ids as select id from postil.records;
delete from postil.users;
delete from postil.datasets where namespace = 'team';
delete from postil.namespaces where key = 'team';
insert into postil.namespaces (key) values ('team');
select test.dataset('letters', namespace => 'team');
insert into postil.records (namespace, id, dataset, external_id, fields)
select 'team', id, 'letters', 'a', '{"text": "another"}' from ids;
select results_eq(
  $$ select responses, c ->> 'reason' from postil.restore_user((select id from gone), 'skip'), jsonb_array_elements(conflicts) as c $$,
  $$ values (0::bigint, 'the record is gone') $$
);
select is(test.state('a'), '0 of 1, pending');
select * from finish();
