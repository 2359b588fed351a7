-- Of responses: they are what they were. That of the user is kept.
select plan(3);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
create temporary table before as select to_jsonb(a) - 'excluded' as image from postil.responses as a;
select postil.deactivate_user(test.user('ana'), true);
select is_empty($$ select from postil_private.history where relation = 'responses' $$);
select results_eq('select to_jsonb(a) - ''excluded'' from postil.responses as a', 'table before', 'nor is their updated_at another');
select results_eq(
  $$ select image ->> 'deactivated_at', function from postil_private.history where relation = 'users' $$,
  $$ values (null, 'deactivate_user') $$
);
select * from finish();
