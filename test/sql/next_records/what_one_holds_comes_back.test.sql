-- Rather than a new one, and for the whole time again.
select plan(4);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
update postil.datasets set lease_seconds = 100;
select test.record('a'), test.record('b'), test.record('c');
select is(test.next('ana'), 'a');
select test.later(60);
select is(test.next('ana'), 'a');
select ok(
  (select expires_at - '100 seconds'::interval between now() and clock_timestamp() from postil_private.leases)
);
select is(test.next('ana', 2), 'a b', 'and new ones when there is room');
select * from finish();
