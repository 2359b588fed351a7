select plan(3);
select test.dataset('letters', min_submitted => 2), test.dataset('poems');
select test.record('a'), test.record('b'), test.record('c'), test.record('p', 'poems');
select test.respond('a', 'ana'), test.respond('b', 'ana', 'discarded'), test.respond('c', 'ana', 'draft');
select test.respond('a', 'ben'), test.respond('p', 'ana');
select results_eq(
  $$ select * from postil.user_progress('default', 'letters', test.user('ana')) $$,
  'values (1::bigint, 1::bigint, 1::bigint, 0::bigint)'
);
select results_eq(
  $$ select * from postil.user_progress('default', 'poems', test.user('ben')) $$,
  'values (0::bigint, 0::bigint, 0::bigint, 0::bigint)'
);
select test.member('ben', 'default', 'annotator');
select test.act_as('ben');
select results_eq(
  $$ select submitted from postil.user_progress('default', 'letters') $$, array[1::bigint], 'oneself, when nobody is named'
);
select * from finish();
