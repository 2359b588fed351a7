select plan(3);
update postil_private.settings set history_days = 1;
insert into postil_private.history (at, relation, operation, image, role)
select now() - age, 'users', 'update', '{}', 'x' from unnest(array['23 hours', '25 hours', '30 days']::interval[]) as age;
select is(postil_private.prune_history(), 0);
select is((select count(*) from postil_private.history_partitions()), 5::bigint);
select ok(exists (select from postil_private.history where at = now() - interval '23 hours'));
select * from finish();
