-- Wholly older ones; and old rows of weeks that had no partition.
select plan(5);
create table postil_private.history_old partition of postil_private.history
for values from ('2001-01-01 00:00+00') to ('2001-01-08 00:00+00');
insert into postil_private.history (at, relation, operation, image, role)
select at, 'users', 'update', '{}', 'x'
from unnest(array['2001-01-02', '2002-01-01', now() - interval '89 days', now()]) as at;
insert into postil_private.deletion_batches (user_id, responses, at) values (gen_random_uuid(), 1, '2001-01-02');
insert into postil_private.repairs (kind, object, at) values ('removed', 'x', '2001-01-02'), ('removed', 'y', now());
select is(postil_private.prune_history(), 1);
select is((select min(at) from postil_private.history), now() - interval '89 days');
select hasnt_table('postil_private', 'history_old', 'dropped');
select is_empty('table postil_private.deletion_batches');
select is((select object from postil_private.repairs), 'y');
select * from finish();
