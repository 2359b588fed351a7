select plan(1);
select test.team();
delete from postil.users where name = 'annotator';
select set_eq(
  $$ select "table", namespace::text from postil.changes where operation = 'delete' $$,
  $$ values ('users', null), ('members', 'team'), ('responses', 'team') $$
);
select * from finish();
