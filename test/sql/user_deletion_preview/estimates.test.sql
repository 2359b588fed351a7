-- By what was measured here; by that of another machine as long as nothing was.
select plan(3);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
select matches((select estimated_from from postil.user_deletion_preview(test.user('ana'))), '^no deletion');
insert into postil_private.deletion_batches (user_id, responses, seconds)
select gen_random_uuid(), 1000, 500 from generate_series(1, 3);
insert into postil_private.deletion_batches (user_id, responses, seconds) values (gen_random_uuid(), 99, 1e9);
select is((select estimated_seconds from postil.user_deletion_preview(test.user('ana'))), 0.5::double precision);
select matches((select estimated_from from postil.user_deletion_preview(test.user('ana'))), '^the last 3 deletions');
select * from finish();
