-- However it got there.
select plan(6);
select test.team(), test.dataset('letters'), test.record('c'), test.respond('c', 'ana');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('c'), 'mood', 'model', '"good"'), ('default', test.id('c'), 'mood', 'other', '"good"');
select is_empty('select from postil.verify() where wrong > 0');
create function pg_temp.wrong(words text) returns text language sql as $$
  select format('%s of %s, %s', wrong, checked, example) from postil.verify() where "check" like words
$$;
set local session_replication_role = replica;
update postil.records set fields = '{"colour": "red"}' where external_id = 'c';
update postil.responses set values = '{"mood": {"value": 1}}' where record_id = test.id('c');
update postil.suggestions set score = '2' where record_id = test.id('c') and agent = 'other';
update postil.questions set settings = '{"options": []}' where namespace = 'default' and name = 'topics';
delete from postil.fields where namespace = 'elsewhere';
set local session_replication_role = origin;
select is(pg_temp.wrong('records hold%'), format('2 of 4, default/%s', test.id('c')));
select is(
  pg_temp.wrong('responses answer%'), format('1 of 6, default/%s/%s', test.id('c'), test.user('ana'))
);
select is(pg_temp.wrong('suggestions answer%'), format('1 of 4, default/%s/mood/other', test.id('c')));
select is(pg_temp.wrong('settings are%'), '1 of 8, default/letters/topics');
select is(pg_temp.wrong('a ready dataset%'), '1 of 3, elsewhere/letters');
select * from finish();
