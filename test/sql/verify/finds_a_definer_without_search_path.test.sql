-- Without one, or with one that a caller may have filled.
select plan(2);
prepare found as
select wrong, example from postil.verify() where "check" like 'every function with its owner%';
alter function postil_private.is_owner() reset all;
select results_eq('found', $$ values (1::bigint, 'postil_private.is_owner()') $$);
alter function postil.create_api_key set search_path = postil, public;
select results_eq(
  'found', $$ values (2::bigint, 'postil.create_api_key(text,uuid,timestamp with time zone)') $$
);
select * from finish();
