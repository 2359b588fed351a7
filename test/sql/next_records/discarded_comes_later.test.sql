-- skip_policy later: back to oneself after all that is new, the one discarded longest ago first.
select plan(9);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
update postil.datasets set skip_policy = 'later';
select test.record(name) from unnest(array['a', 'b', 'c']) as name;
select is(test.next('ana', 2), 'a b');
select test.later(10);
select test.respond('b', 'ana', 'discarded');
select test.later(10);
select test.respond('a', 'ana', 'discarded');
select is(test.next('ana'), 'c');
select test.later(10);
select test.respond('c', 'ana', 'discarded');
select test.later(10);
select is(test.next('ana'), 'b');
select is(test.next('ana'), 'b', 'until it is discarded again');
select is(test.next('ben', 3), 'a c', 'and meanwhile it is held, though its response is discarded');
select test.later(10);
update postil.responses set status = 'discarded' where record_id = test.id('b');
select is(test.next('ben', 3), 'a c b');
select postil.release_records('default') from test.act_as('ben');
select test.act_as_superuser();
select test.later(10);
select is(test.next('ana'), 'a');
select test.later(10);
select test.act_as('ana');
select postil.upsert_responses('default', jsonb_build_array(
  jsonb_build_object('record_id', test.id('a'), 'status', 'discarded')
));
select test.act_as_superuser();
select is((select count(*) from postil_private.live_leases()), 0::bigint, 'also when the response stays untouched');
select is(test.next('ana', 3), 'a c b');
select * from finish();
