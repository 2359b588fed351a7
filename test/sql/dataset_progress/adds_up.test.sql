-- Rows become one now and then, and nothing is lost by it.
select plan(3);
select test.dataset('letters'), test.dataset('poems');
select test.record('p', 'poems');
create or replace trigger "10_add_up_progress"
  after insert on postil_private.progress
  for each row
  execute function postil_private.add_up_progress();
select test.record(i::text) from generate_series(1, 5) as i;
select is((select count(*) from postil_private.progress where dataset = 'letters'), 1::bigint);
select is((select total from postil.dataset_progress('default', 'letters')), 5::bigint);
select is((select total from postil.dataset_progress('default', 'poems')), 1::bigint);
select * from finish();
