select plan(2);
select test.dataset('letters');
insert into postil.records (namespace, dataset, fields)
select 'default', 'letters', '{}' from generate_series(1, 10001);
select is((select count(*) from postil.export_records('default', 'letters', "limit" => 20000)), 10000::bigint);
select is((select count(*) from postil.export_records('default', 'letters')), 1000::bigint);
select * from finish();
