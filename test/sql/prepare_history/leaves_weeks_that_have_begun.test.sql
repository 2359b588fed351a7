-- Without a partition; they end where they began.
select plan(2);
insert into postil_private.history (at, relation, operation, image, role)
values (date_trunc('week', now() at time zone 'UTC') at time zone 'UTC' + interval '40 days', 'users', 'update', '{}', 'x');
select is(postil_private.prepare_history(7), 1);
select is((select count(*) from postil_private.history_rest), 1::bigint);
select * from finish();
