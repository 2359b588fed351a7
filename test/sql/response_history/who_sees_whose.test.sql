-- Admins see everyone's, others their own.
select plan(5);
select test.team();
update postil.responses set status = 'draft' where namespace = 'team';
delete from postil.responses where user_id = test.user('annotator');
create function pg_temp.seen(name text) returns bigint language plpgsql as $$
begin
  perform test.act_as(name);
  return (select count(*) from postil.response_history('team', test.id('a')));
end
$$;
select is(pg_temp.seen('annotator'), 2::bigint);
select is(pg_temp.seen('reviewer'), 1::bigint);
select is(pg_temp.seen('admin'), 5::bigint);
select is(pg_temp.seen('stranger'), 0::bigint);
reset role;
select results_eq(
  $$ select operation, status::text, values from postil.response_history('team', test.id('a'))
     where user_id = test.user('annotator') $$,
  $$ values
    ('update', 'submitted', '{"mood": {"value": "good"}}'::jsonb),
    ('delete', 'draft', '{"mood": {"value": "good"}}'::jsonb) $$
);
select * from finish();
