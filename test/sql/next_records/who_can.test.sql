-- Who may respond, and is somebody.
select plan(6);
select test.team();
create function test.given_to_me() returns setof postil.records language plpgsql as $$
begin
  return query select * from postil.next_records('team', 'letters');
exception when sqlstate 'PN422' then -- service_role
end
$$;
select is(test.who_can('select test.given_to_me()'), 'owner admin reviewer annotator');
select test.act_as('stranger');
select throws_ok(
  $$ select postil.next_records('team', 'letters') $$, 'PN403', 'not allowed to respond in namespace ''team'''
);
select throws_ok(
  $$ select postil.next_records('nowhere', 'letters') $$, 'PN403', 'not allowed to respond in namespace ''nowhere'''
);
select test.act_as('service_role');
select throws_ok($$ select postil.next_records('team', 'letters') $$, 'PN422', 'only a user can be given records');
select test.act_as('anon');
select throws_ok($$ select postil.next_records('team', 'letters') $$, '42501');
select test.act_as_superuser();
set local role postil_owner;
select throws_ok($$ select postil.next_records('team', 'letters') $$, 'PN422', 'only a user can be given records');
reset role;
select * from finish();
