-- Of every kind, listed; nothing is restored.
select plan(3);
select test.team();
select test.dataset('letters'), test.namespace('third'), test.namespace('anew');
select test.member('annotator', 'third', 'viewer'), test.member('annotator', 'anew', 'viewer');
select test.record('gone'), test.record('changed'), test.record('fine');
select test.respond('gone', 'annotator'), test.respond('changed', 'annotator'), test.respond('fine', 'annotator');
update postil.responses set values = '{"mood": {"value": "good"}, "topics": {"value": ["war"]}}'
where record_id = test.id('changed');
create temporary table gone as select id from postil.users where name = 'annotator';
delete from postil.users where name = 'annotator';
select test.user('annotator');
delete from postil.namespaces where key in ('third', 'anew');
insert into postil.namespaces (key) values ('anew');
create temporary table ids as select test.id('gone') as gone, test.id('changed') as changed;
delete from postil.records where external_id = 'gone';
update postil.questions set settings = '{"options": [{"value": "love"}, {"value": "peace"}]}' where name = 'topics' and namespace = 'default';
create function pg_temp.details() returns setof text language plpgsql as $$
declare
  message text;
  details text;
begin
  perform postil.restore_user((select id from gone));
exception when sqlstate 'PN409' then
  get stacked diagnostics message = message_text, details = pg_exception_detail;
  return query select message union all select unnest(string_to_array(details, E'\n'));
end
$$;
select set_eq(
  'select * from pg_temp.details()',
  $$
    select 'not all can be restored: another user has the name by now (and 3 more)'
    union all select 'name: another user has the name by now'
    union all select 'membership, namespace third: the namespace is gone'
    union all select 'membership, namespace anew: the namespace is gone'
    union all select format('response, namespace default, record %s: the record is gone', gone) from ids
  $$
);
delete from postil.users where name = 'annotator';
delete from postil.namespaces where key = 'anew';
select is_empty('select from postil.users natural join gone');
select is_empty('select from postil.responses as r join gone on gone.id = r.user_id');
select * from finish();
