select plan(1);
select test.dataset('letters');
select test.record('a'), test.record('b', min_submitted => 2), test.respond('a', 'ana'), test.respond('b', 'ana');
truncate postil.responses;
select results_eq('select test.told()', array['a completed', 'a reopened']);
select * from finish();
