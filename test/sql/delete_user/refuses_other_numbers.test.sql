-- With those of now in the details; nothing is deleted.
select plan(5);
select test.team();
create function pg_temp.details(expected bigint) returns jsonb language plpgsql as $$
declare
  details text;
begin
  perform postil.delete_user(test.user('annotator'), expected);
exception when sqlstate 'PN412' then
  get stacked diagnostics details = pg_exception_detail;
  return details;
end
$$;
select is(pg_temp.details(2) ->> 'responses', '1');
select is(pg_temp.details(2) #>> '{datasets,0,dataset}', 'letters');
select is(pg_temp.details(0) ->> 'responses', '1');
select is(pg_temp.details(null) ->> 'responses', '1');
select isnt_empty($$ select from postil.users where name = 'annotator' $$);
select * from finish();
