-- Everybody their own, nobody those of others.
select plan(3);
select test.team();
select test.act_as('annotator');
select postil.next_records('team', 'letters');
select test.act_as('admin');
select is(postil.release_records('team', array[test.id('b')]), 0);
select test.act_as('annotator');
select is(postil.release_records('team'), 1);
select test.act_as('anon');
select throws_ok($$ select postil.release_records('team') $$, '42501');
select * from finish();
