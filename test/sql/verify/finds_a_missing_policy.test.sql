-- Missing, one too many for everybody, and none for a role that was granted something.
select plan(5);
create temporary view found as
select wrong, example from postil.verify() where "check" = 'every granted command has one policy';
select is(
  (select checked from postil.verify() where "check" = 'every granted command has one policy'),
  (select 4 * count(*) from pg_class where relnamespace = 'postil'::regnamespace and relkind = 'r')
);
drop policy responses_select on postil.responses;
select results_eq('table found', $$ values (1::bigint, 'postil.responses select') $$);
create policy everything on postil.responses using (true);
select is((select wrong from found), 3::bigint, 'a second one for insert, update and delete');
drop policy everything on postil.responses;
create policy responses_select on postil.responses for select to authenticated using (true);
select is((select wrong from found), 0::bigint);
create role curious;
grant select (id) on postil.records to curious;
select results_eq('table found', $$ values (1::bigint, 'postil.records select') $$);
select * from finish();
