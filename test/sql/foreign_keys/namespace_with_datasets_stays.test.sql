-- A stray delete of a namespace fails while it has contents; its members go with it.
select plan(3);
select test.dataset('letters', namespace => 'team');
select test.member('ana', 'team', 'viewer');
-- 23503 before PostgreSQL 18, 23001 from then on.
select throws_matching($$ delete from postil.namespaces where key = 'team' $$, 'foreign key constraint');
delete from postil.datasets;
select lives_ok($$ delete from postil.namespaces where key = 'team' $$);
select is_empty('select from postil.members');
select * from finish();
