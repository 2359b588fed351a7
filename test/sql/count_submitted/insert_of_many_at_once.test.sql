-- One statement may bring many responses, of many users, to many records of several datasets.
select plan(4);
select test.dataset('letters', min_submitted => 2);
select test.dataset('poems', min_submitted => 3);
select test.record('a'), test.record('b'), test.record('c'), test.record('p', 'poems');

insert into postil.responses
select response.*
from (
  values ('a', 'ana', 'submitted'), ('a', 'ben', 'submitted'), ('a', 'cleo', 'submitted'), ('b', 'ana', 'submitted'),
    ('b', 'ben', 'draft'), ('p', 'ana', 'submitted'), ('p', 'ben', 'submitted'), ('p', 'cleo', 'submitted')
) as given (record, name, status)
cross join lateral test.response(record, name, status::postil.response_status) as response;
select is(test.state('a'), '3 of 2, completed');
select is(test.state('b'), '1 of 2, pending');
select is(test.state('c'), '0 of 2, pending', 'a record without responses is left alone');
select is(test.state('p'), '3 of 3, completed');
select * from finish();
