select plan(2);
select test.dataset('letters');
select test.record('r' || n), test.respond('r' || n, 'ana') from generate_series(1, 30) as n;
create temporary table gone as table postil.users;
delete from postil.users;
delete from postil.records where external_id <> 'r1';
create function pg_temp.details() returns text language plpgsql as $$
declare
  details text;
begin
  perform postil.restore_user((select id from gone));
exception when sqlstate 'PN409' then
  get stacked diagnostics details = pg_exception_detail;
  return details;
end
$$;
select is(cardinality(string_to_array(pg_temp.details(), E'\n')), 21);
select matches(pg_temp.details(), E'\n… 29 in all$');
select * from finish();
