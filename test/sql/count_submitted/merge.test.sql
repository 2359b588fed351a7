-- MERGE inserts, updates and deletes in one statement.
select plan(2);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('a', 'ben', 'draft'), test.respond('b', 'ana');

merge into postil.responses as old
using (
  select response.*
  from (values ('a', 'ana', 'discarded'), ('a', 'ben', 'submitted'), ('b', 'ana', 'submitted'), ('b', 'ben', 'submitted'))
    as given (record, name, status)
  cross join lateral test.response(record, name, status::postil.response_status) as response
) as new
on old.record_id = new.record_id and old.user_id = new.user_id
when matched and new.status = 'discarded' then delete
when matched then update set status = new.status
when not matched then
  insert (namespace, record_id, user_id, status, values)
  values (new.namespace, new.record_id, new.user_id, new.status, new.values);
select is(test.state('a'), '1 of 2, pending', 'one deleted, one submitted');
select is(test.state('b'), '2 of 2, completed', 'one as it was, one inserted');
select * from finish();
