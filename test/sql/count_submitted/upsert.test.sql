-- ON CONFLICT DO UPDATE: some rows are new, some change, all in one statement.
select plan(3);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b'), test.record('c');
select test.respond('a', 'ana', 'draft'), test.respond('b', 'ana'), test.respond('b', 'ben'), test.respond('c', 'ana');

insert into postil.responses as old
select response.*
from (
  values ('a', 'ana', 'submitted'), ('a', 'ben', 'submitted'), ('b', 'ana', 'discarded'), ('b', 'cleo', 'draft'),
    ('c', 'ana', 'submitted'), ('c', 'ben', 'submitted')
) as given (record, name, status)
cross join lateral test.response(record, name, status::postil.response_status) as response
on conflict (namespace, record_id, user_id) do update set status = excluded.status;
select is(test.state('a'), '2 of 2, completed', 'one changed, one new');
select is(test.state('b'), '1 of 2, pending', 'one withdrawn, a draft new');
select is(test.state('c'), '2 of 2, completed', 'one submitted again, one new');
select * from finish();
