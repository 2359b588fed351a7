-- Not even a superuser changes it while triggers fire.
select plan(4);
select test.team();
select throws_ok($$ update postil_private.audit set action = 'x' $$, 'PN403');
select throws_ok($$ delete from postil_private.audit $$, 'PN403');
select throws_ok($$ truncate postil_private.audit $$, 'PN403');
set local role postil_owner;
select throws_ok($$ delete from postil_private.audit $$, 'PN403');
reset role;
select * from finish();
