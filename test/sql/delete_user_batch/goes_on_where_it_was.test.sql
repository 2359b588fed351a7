-- What comes behind its back is found when it begins again.
select plan(7);
select test.dataset('letters');
select test.record('r' || n) from generate_series(1, 5) as n;
select test.respond('r' || n, 'ann') from generate_series(2, 5) as n;
select postil.delete_user_in_background(test.user('ann'), 2);
create temporary table place as select namespace, record_id from postil_private.deletions;
create function pg_temp.step(out running boolean, out deleted integer) language sql as $$
  delete from postil_private.deletion_batches; -- One of a transaction; the next would be another.
  select running, deleted from postil_private.delete_user_batch((select user_id from postil_private.deletions), 3)
$$;
select results_eq('select * from pg_temp.step()', $$ values (true, 2) $$, 'batch_size is the most');
select is((select record_id from postil_private.deletions), test.id('r3'));
select test.respond('r1', 'ann');
select results_eq('select * from pg_temp.step()', $$ values (true, 2) $$);
select results_eq('select * from pg_temp.step()', $$ values (true, 0) $$, 'begins again');
select results_eq('select * from pg_temp.step()', $$ values (false, 1) $$);
select results_eq('select * from pg_temp.step()', $$ values (false, 0) $$, 'has ended');
select is_empty($$ select from postil.users where name = 'ann' $$);
select * from finish();
