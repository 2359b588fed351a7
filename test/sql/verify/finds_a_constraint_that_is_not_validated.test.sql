select plan(1);
alter table postil.datasets
  add constraint dataset_name_is_short check (char_length(name) < 5) not valid;
select results_eq(
  $$ select wrong, example from postil.verify() where "check" = 'every constraint is validated' $$,
  $$ values (1::bigint, 'postil.datasets dataset_name_is_short') $$
);
select * from finish();
