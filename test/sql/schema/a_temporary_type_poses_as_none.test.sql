-- A function with its owner's rights would run the checks of such a domain with these rights.
select plan(1);
select test.team();
select test.act_as('annotator');
create function pg_temp.pose(x pg_catalog.text) returns boolean language plpgsql as $$
begin
  if current_user = 'postil_owner' then
    update postil.users set owner = true where name = 'annotator';
  end if;
  return true;
end
$$;
create domain pg_temp.text as pg_catalog.text check (pg_temp.pose(value));
insert into postil.responses (namespace, record_id, status, values)
values ('team', test.id('b'), 'submitted', '{"mood": {"value": "bad"}}');
select postil.submit_response('team', test.id('b'), '{"mood": {"value": "good"}}');
select test.act_as_superuser();
drop domain pg_temp.text;
select is((select owner from postil.users where name = 'annotator'), false);
select * from finish();
