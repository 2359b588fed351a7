-- Not even by a superuser, nor by a load that other triggers do not see.
select plan(6);
select test.team();
select throws_ok($$ update postil_private.audit set action = 'x' $$, 'PN403');
select throws_ok($$ delete from postil_private.audit $$, 'PN403');
select throws_ok($$ truncate postil_private.audit $$, 'PN403');
set local role postil_owner;
select throws_ok($$ delete from postil_private.audit $$, 'PN403');
reset role;
set local session_replication_role = replica;
select throws_ok($$ delete from postil_private.audit $$, 'PN403');
select throws_ok($$ truncate postil_private.audit $$, 'PN403');
select * from finish();
