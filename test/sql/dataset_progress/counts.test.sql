-- total, completed, pending; submitted, draft, discarded, excluded.
select plan(2);
select test.dataset('letters', min_submitted => 2), test.dataset('poems');
select test.record('a'), test.record('b'), test.record('c'), test.record('p', 'poems');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('a', 'cleo', 'discarded');
select test.respond('b', 'ana'), test.respond('b', 'ben', 'draft'), test.respond('p', 'ana');
select results_eq(
  $$ select * from postil.dataset_progress('default', 'letters') $$,
  'values (3::bigint, 1::bigint, 2::bigint, 3::bigint, 1::bigint, 1::bigint, 0::bigint)'
);
select results_eq(
  $$ select * from postil.dataset_progress('default', 'nowhere') $$,
  'values (0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint)'
);
select * from finish();
