-- Disabled on either table; both is one foreign key still.
select plan(3);
create temporary view found as
select wrong, example from postil.verify() where "check" = 'every foreign key is enforced';
select is(
  (select checked from postil.verify() where "check" = 'every foreign key is enforced'),
  (select count(*) from postil.verify() where "check" like '% refers to %')
);
alter table postil.suggestions disable trigger all;
select results_eq('table found', $$ values (1::bigint, 'postil.suggestions suggestion_belongs_to_a_record') $$);
alter table postil.suggestions enable trigger all;
alter table postil.users disable trigger all;
select is((select wrong from found), 4::bigint, 'members, responses, leases, API keys');
select * from finish();
