-- One statement may submit some responses and withdraw others.
select plan(3);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b'), test.record('c');
select test.respond('a', 'ana', 'draft'), test.respond('a', 'ben'), test.respond('a', 'cleo');
select test.respond('b', 'ana', 'draft'), test.respond('b', 'ben');
select test.respond('c', 'ana'), test.respond('c', 'ben', 'draft');

update postil.responses
set status = case status when 'draft' then 'submitted' else 'draft' end::postil.response_status;
select is(test.state('a'), '1 of 2, pending');
select is(test.state('b'), '1 of 2, pending', 'one came, one went');
select is(test.state('c'), '1 of 2, pending');
select * from finish();
