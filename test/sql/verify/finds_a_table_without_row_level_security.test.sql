select plan(1);
alter table postil.responses disable row level security;
select results_eq(
  $$ select wrong, example from postil.verify() where "check" = 'every table has row-level security' $$,
  $$ values (1::bigint, 'postil.responses') $$
);
select * from finish();
