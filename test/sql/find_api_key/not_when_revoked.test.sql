select plan(1);
select test.act_as('ana');
create temporary table made as select * from postil.create_api_key('laptop');
select postil.revoke_api_key(id) from made;
select test.act_as_superuser();
select is_empty(
  $$ select from made as m cross join lateral postil_private.find_api_key(sha256(convert_to(m.api_key, 'UTF8'))) $$
);
select * from finish();
