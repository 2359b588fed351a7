-- With those of now in the details; they are not even deactivated. One that runs already has another number than it began with.
select plan(7);
select test.team();
create function pg_temp.details(expected bigint) returns jsonb language plpgsql as $$
declare
  details text;
begin
  perform postil.delete_user_in_background(test.user('annotator'), expected_responses => expected);
  return null;
exception when sqlstate 'PN412' then
  get stacked diagnostics details = pg_exception_detail;
  return details;
end
$$;
select is(pg_temp.details(2) ->> 'responses', '1');
select is(pg_temp.details(0) #>> '{datasets,0,dataset}', 'letters');
select is(
  test.attempt($$ select postil.delete_user_in_background(test.user('annotator'), expected_responses => 2) $$),
  'PN412 the user has 1 responses, not 2'
);
select is((select deactivated_at from postil.users where name = 'annotator'), null);
select is_empty('select from postil_private.deletions');
select is(pg_temp.details(1), null, 'begins');
select is(
  (select state from postil.delete_user_in_background(test.user('annotator'), expected_responses => 2)), 'running'
);
select * from finish();
