-- On a table, a column, a function of either schema, a schema; and a function that got the grant by default.
select plan(7);
create temporary view found as
select wrong, example from postil.verify() where "check" = 'nothing is granted to everybody';
select is((select wrong from found), 0::bigint);
grant select on postil.users to anon;
select results_eq('table found', $$ values (1::bigint, 'postil.users') $$);
grant update (name) on postil.namespaces to public;
select results_eq('table found', $$ values (2::bigint, 'postil.namespaces.name') $$);
grant execute on function postil.me() to anon;
select is((select wrong from found), 3::bigint);
create function postil_private.open() returns integer language sql return 1;
select is((select wrong from found), 4::bigint, 'by default');
grant usage on schema postil_private to anon;
select is((select wrong from found), 5::bigint);
grant create on schema postil to anon;
select is((select wrong from found), 6::bigint);
select * from finish();
