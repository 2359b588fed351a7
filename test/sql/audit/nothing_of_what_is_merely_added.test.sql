select plan(1);
select test.dataset('letters');
insert into postil.users (name) select 'user ' || n from generate_series(1, 100) as n;
select test.record('a'), test.respond('a', 'user 1');
select is_empty('select from postil_private.audit');
select * from finish();
