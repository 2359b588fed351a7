select plan(2);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
select test.record('a');
select is(test.next('ana'), 'a');
delete from postil.users where name = 'ana';
select is(test.next('ben'), 'a');
select * from finish();
