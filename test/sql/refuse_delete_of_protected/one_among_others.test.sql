-- The statement as a whole is refused.
select plan(2);
select test.namespace('team');
select throws_ok('delete from postil.namespaces', 'PN423');
select is((select count(*) from postil.namespaces), 2::bigint);
select * from finish();
