select plan(2);
select test.team();
truncate postil.responses;
select is((select count(*) from postil.changes where "table" = 'responses' and operation = 'delete'), 5::bigint);
truncate postil.records cascade;
select is((select count(*) from postil.changes where "table" in ('records', 'suggestions')), 5::bigint);
select * from finish();
