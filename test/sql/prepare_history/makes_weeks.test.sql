-- This one and the next ones; what is there already stays.
select plan(5);
select is((select count(*) from postil_private.history_partitions()), 5::bigint);
select is(postil_private.prepare_history(), 0);
select is(postil_private.prepare_history(7), 2);
select is(
  (select count(*) from postil_private.history_partitions() where ends between now() and now() + interval '7 weeks'), 7::bigint
);
select test.dataset('letters');
update postil.datasets set name = 'Letters';
select is((select count(*) from postil_private.history_rest), 0::bigint);
select * from finish();
