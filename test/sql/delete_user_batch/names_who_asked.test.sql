select plan(3);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ann');
select test.user('owner', owner => true);
select set_config('request.headers', '{"x-request-id": "r-1"}', true);
select test.act_as('owner');
select postil.delete_user_in_background(test.user('ann'));
select test.act_as_superuser();
select set_config('request.headers', '', true);
truncate postil_private.history;
select postil_private.delete_user_batch(test.user('ann'), 1);
select is(
  (select distinct format('%s %s', h.user_id, h.request_id) from postil_private.history as h where h.operation = 'delete'),
  format('%s r-1', test.user('owner'))
);
select is(postil_private.current_user_id(), null, 'and only in the batch');
select is((select request_id from postil_private.actor()), null);
select * from finish();
