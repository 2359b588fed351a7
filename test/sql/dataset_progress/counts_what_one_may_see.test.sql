-- All of it, or nothing.
select plan(3);
select test.team();
prepare progress as select total, completed, submitted from postil.dataset_progress('team', 'letters');
select test.act_as('admin');
select results_eq('progress', 'values (2::bigint, 1::bigint, 4::bigint)');
select test.act_as('annotator');
select results_eq('progress', 'values (2::bigint, 1::bigint, 4::bigint)');
select test.act_as('stranger');
select results_eq('progress', 'values (0::bigint, 0::bigint, 0::bigint)');
select * from finish();
