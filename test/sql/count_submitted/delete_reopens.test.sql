-- A record that loses a response it needs is pending again.
select plan(3);
select test.dataset('letters', min_submitted => 2);
select test.record('a');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('a', 'cleo'), test.respond('a', 'dan', 'draft');

delete from postil.responses where user_id = test.user('dan');
select is(test.state('a'), '3 of 2, completed', 'a draft is not missed');
delete from postil.responses where user_id = test.user('cleo');
select is(test.state('a'), '2 of 2, completed', 'one more than needed is not missed');
delete from postil.responses where user_id = test.user('ben');
select is(test.state('a'), '1 of 2, pending');
select * from finish();
