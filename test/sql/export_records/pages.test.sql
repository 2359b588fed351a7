-- By id, from after the given one.
select plan(4);
select test.dataset('letters'), test.dataset('poems');
select test.record(n::text) from generate_series(1, 5) as n;
select test.record('p', 'poems');
select results_eq(
  $$ select id from postil.export_records('default', 'letters') $$,
  $$ select id from postil.records where dataset = 'letters' order by id $$
);
select results_eq(
  $$ select id from postil.export_records('default', 'letters', "limit" => 2) $$,
  $$ select id from postil.records where dataset = 'letters' order by id limit 2 $$
);
select results_eq(
  $$
    select id
    from postil.export_records(
      'default', 'letters', (select id from postil.records where dataset = 'letters' order by id offset 1 limit 1), 2
    )
  $$,
  $$ select id from postil.records where dataset = 'letters' order by id offset 2 limit 2 $$
);
select is_empty(
  $$ select from postil.export_records('default', 'letters', 'ffffffff-ffff-ffff-ffff-ffffffffffff') $$
);
select * from finish();
