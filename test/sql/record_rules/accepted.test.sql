select plan(9);
select postil.create_dataset('default', '{"key": "letters", "status": "draft", "fields": [
  {"name": "text"}, {"name": "talk", "type": "chat", "required": false},
  {"name": "scan", "type": "image", "required": false}, {"name": "own", "type": "custom", "required": false}]}');
prepare make (jsonb) as insert into postil.records (namespace, dataset, fields) values ('default', 'letters', $1);
select lives_ok($$ execute make('{"text": ""}') $$, 'what is not required may be absent');
select lives_ok($$ execute make('{"text": "a", "talk": null, "scan": null, "own": null}') $$, 'or null');
select lives_ok($$ execute make('{"text": "a", "talk": []}') $$);
select lives_ok($$
  execute make('{"text": "a", "talk": [{"role": "a", "content": ""}, {"role": "ääääääääääääääääääää", "content": "b"}]}')
$$);
select lives_ok(format('execute make(%L)', jsonb_build_object('text', 'a', 'talk',
  (select jsonb_agg('{"role": "user", "content": "x"}'::jsonb) from generate_series(1, 500)))));
select lives_ok($$ execute make('{"text": "a", "scan": "https://example.org/a.png"}') $$);
select lives_ok($$ execute make('{"text": "a", "scan": "HTTP://example.org"}') $$);
select lives_ok($$ execute make('{"text": "a", "scan": "data:image/png;base64,AAAA"}') $$);
select lives_ok($$ execute make('{"text": "a", "own": {"any": [1, {"thing": null}]}}') $$);
select * from finish();
