-- Then records are not asked which dataset they are of; with another one, they are. It comes to the same.
select plan(6);
select test.dataset('letters', min_submitted => 2, namespace => 'team');
select test.record(name, namespace => 'team') from unnest(array['a', 'b', 'c']) as name;
select test.respond('a', 'ana'), test.respond('b', 'ana', 'discarded'), test.respond('c', 'ana', 'draft');
select test.respond('a', 'ben'), test.respond('b', 'ben'), test.respond('c', 'ben', 'draft');
select postil.deactivate_user(test.user('ben'), exclude_responses => true);
prepare dataset as select * from postil.dataset_progress('team', 'letters');
prepare ana as select * from postil.user_progress('team', 'letters', test.user('ana'));
prepare ben as select * from postil.user_progress('team', 'letters', test.user('ben'));
create temporary table alone as
select 1 as n, d::text from postil.dataset_progress('team', 'letters') as d
union all select 2, u::text from postil.user_progress('team', 'letters', test.user('ana')) as u
union all select 3, u::text from postil.user_progress('team', 'letters', test.user('ben')) as u;
select results_eq('dataset', 'values (3::bigint, 0::bigint, 3::bigint, 1::bigint, 2::bigint, 1::bigint, 2::bigint)');
select results_eq('ana', 'values (1::bigint, 1::bigint, 1::bigint, 0::bigint)');
select results_eq('ben', 'values (0::bigint, 1::bigint, 0::bigint, 2::bigint)');
select test.dataset('poems', namespace => 'team');
select test.record('p', 'poems', namespace => 'team');
select test.respond('p', 'ana'), test.respond('p', 'cyd', 'discarded');
select set_eq(
  $$
    select 1 as n, d::text from postil.dataset_progress('team', 'letters') as d
    union all select 2, u::text from postil.user_progress('team', 'letters', test.user('ana')) as u
    union all select 3, u::text from postil.user_progress('team', 'letters', test.user('ben')) as u
  $$,
  'table alone'
);
select results_eq(
  $$ select * from postil.dataset_progress('team', 'poems') $$,
  'values (1::bigint, 1::bigint, 0::bigint, 1::bigint, 0::bigint, 1::bigint, 0::bigint)'
);
select results_eq(
  $$ select * from postil.dataset_progress('team', 'none') $$,
  'values (0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint)'
);
select * from finish();
