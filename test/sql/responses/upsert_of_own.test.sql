-- As PostgREST does it, naming all columns in the update.
select plan(2);
select test.team();
select test.act_as('annotator');
prepare upsert as
insert into postil.responses (namespace, record_id, user_id, status, values)
values ('team', test.id('a'), test.user('annotator'), 'discarded', null)
on conflict (namespace, record_id, user_id) do update
set namespace = excluded.namespace, record_id = excluded.record_id, user_id = excluded.user_id,
  status = excluded.status, values = excluded.values;
select lives_ok('upsert');
select is((select status from postil.responses), 'discarded');
select * from finish();
