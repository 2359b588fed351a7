-- Excluded though its user's count, and the reverse.
select plan(2);
select test.dataset('letters'), test.record('a'), test.record('b'), test.respond('a', 'ana'), test.respond('b', 'ben');
select postil.deactivate_user(test.user('ben'), true);
prepare found as
select checked, wrong from postil.verify() where "check" = 'responses are excluded exactly when their user''s are';
select results_eq('found', 'values (2::bigint, 0::bigint)');
set local session_replication_role = replica;
update postil.responses set excluded = not excluded;
set local session_replication_role = origin;
select results_eq('found', 'values (2::bigint, 2::bigint)');
select * from finish();
