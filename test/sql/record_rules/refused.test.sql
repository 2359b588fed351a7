select plan(24);
select postil.create_dataset('default', '{"key": "letters", "status": "draft", "fields": [
  {"name": "text"}, {"name": "talk", "type": "chat", "required": false},
  {"name": "scan", "type": "image", "required": false}, {"name": "own", "type": "custom", "required": false}]}');
create function pg_temp.make(fields jsonb) returns text language sql as $$
  select test.attempt(format('insert into postil.records (namespace, dataset, fields) values (%L, %L, %L)',
    'default', 'letters', fields))
$$;
create function pg_temp.talk(talk jsonb) returns text language sql as $$
  select pg_temp.make(jsonb_build_object('text', 'a', 'talk', talk))
$$;
create function pg_temp.shape() returns text language sql
  return 'PN422 record: field talk: is not a list of {"role", "content"}, both texts';
select is(pg_temp.make('{}'), 'PN422 record: field text: is missing');
select is(pg_temp.make('{"text": null}'), 'PN422 record: field text: is missing');
select is(pg_temp.make('{"text": 1}'), 'PN422 record: field text: is not a text');
select is(pg_temp.make('{"text": ["a"]}'), 'PN422 record: field text: is not a text');
select is(pg_temp.make('{"text": "a", "colour": "red"}'), 'PN422 record: field colour: is no field of the dataset');
select is(pg_temp.make('{"text": "a", "colour": null}'), 'PN422 record: field colour: is no field of the dataset');
select is(pg_temp.make('{"text": "a", "own": []}'), 'PN422 record: field own: is not an object');
select is(pg_temp.make('{"text": "a", "own": "b"}'), 'PN422 record: field own: is not an object');
select alike(pg_temp.make('{"text": "a", "scan": "ftp://example.org"}'), 'PN422 record: field scan: is not an http%');
select alike(pg_temp.make('{"text": "a", "scan": "/a.png"}'), 'PN422 record: field scan: is not an http%');
select alike(pg_temp.make('{"text": "a", "scan": " https://example.org"}'), 'PN422 record: field scan: is not an http%');
select alike(pg_temp.make('{"text": "a", "scan": "http:// x"}'), 'PN422 record: field scan: is not an http%');
select alike(pg_temp.make('{"text": "a", "scan": "https://a/\nb"}'), 'PN422 record: field scan: is not an http%');
select alike(pg_temp.make('{"text": "a", "scan": "data:"}'), 'PN422 record: field scan: is not an http%');
select alike(pg_temp.make('{"text": "a", "scan": {}}'), 'PN422 record: field scan: is not an http%');
select is(pg_temp.talk('{}'), 'PN422 record: field talk: is not a list of {"role", "content"}');
select is(pg_temp.talk('[{"role": "user"}]'), pg_temp.shape());
select is(pg_temp.talk('[{"role": "user", "content": null}]'), pg_temp.shape());
select is(pg_temp.talk('[{"role": "user", "content": "a", "at": 1}]'), pg_temp.shape());
select is(pg_temp.talk('["a"]'), pg_temp.shape());
select alike(pg_temp.talk('[{"role": "", "content": "a"}]'), 'PN422 record: field talk: has a role%');
select alike(pg_temp.talk('[{"role": "aaaaaaaaaaaaaaaaaaaaa", "content": "a"}]'), 'PN422 record: field talk: has a role%');
select is(
  pg_temp.talk((select jsonb_agg('{"role": "user", "content": "x"}'::jsonb) from generate_series(1, 501))),
  'PN422 record: field talk: has more than 500 messages'
);
select is_empty('select from postil.records');
select * from finish();
