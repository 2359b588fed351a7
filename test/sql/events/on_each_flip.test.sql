-- One for each, and none when the status stays.
select plan(4);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('b', 'ana', 'draft');
select is_empty('select test.told()');
select test.respond('a', 'ben'), test.respond('a', 'cleo');
select set_eq('select test.told()', array['a completed']);
delete from postil.responses where user_id = test.user('ana');
select set_eq('select test.told()', array['a completed'], 'two are left');
delete from postil.users where name = 'ben';
select results_eq('select test.told()', array['a completed', 'a reopened']);
select * from finish();
