-- A statement whose WITH clauses delete, update and insert responses of one record.
select plan(1);
select test.dataset('letters', min_submitted => 3);
select test.record('a');
select test.respond('a', 'ana'), test.respond('a', 'ben', 'draft'), test.respond('a', 'cleo', 'draft');

with
  gone as (delete from postil.responses where user_id = test.user('ana')),
  changed as (update postil.responses set status = 'submitted' where user_id <> test.user('ana'))
insert into postil.responses select * from test.response('a', 'dan');
select is(test.state('a'), '3 of 3, completed');
select * from finish();
