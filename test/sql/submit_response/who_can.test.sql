select plan(1);
select test.team();
create function test.submitted_as_me() returns setof integer language plpgsql as $$
begin
  return query select 1 from postil.submit_response('team', test.id('b'), '{"mood": {"value": "bad"}}');
exception when sqlstate 'PN422' then -- Nobody to answer as.
end
$$;
select is(test.who_can('select test.submitted_as_me()'), 'owner admin reviewer annotator');
select * from finish();
