-- Whatever was sent, and however much of it.
select plan(19);
select test.team();
select is(postil_private.shortened(repeat('ä', 100)), repeat('ä', 100));
select is(postil_private.shortened(repeat('ä', 101)), repeat('ä', 99) || '…');
create function pg_temp.told(statement text) returns text language plpgsql as $$
declare
  message text;
  detail text;
begin
  execute replace(statement, ':long', quote_literal(repeat('x', 100000)));
  return 'nothing refused';
exception when others then
  get stacked diagnostics message = message_text, detail = pg_exception_detail;
  return case
    when message || detail like '%xxx…%' and char_length(message || detail) < 1000 then 'little'
    else format('%s of message, %s of detail: %s', char_length(message), char_length(detail), left(message, 200))
  end;
end
$$;
create function pg_temp.imports(said jsonb) returns text language sql as $$
  select pg_temp.told(format(
    'select postil.upsert_records(''team'', ''letters'', replace(%L, ''LONG'', :long)::jsonb)', jsonb_build_array(said)
  ))
$$;
create function pg_temp.responds(said jsonb) returns text language sql as $$
  select pg_temp.told(format(
    'select postil.upsert_responses(''team'', replace(%L, ''LONG'', :long)::jsonb)', jsonb_build_array(said)
  ))
$$;
select is(pg_temp.told('select postil.upsert_records(:long, ''letters'', ''[]'')'), 'little');
select is(pg_temp.told('select postil.upsert_records(''team'', :long, ''[]'')'), 'little');
select is(pg_temp.told('select postil.upsert_records(''team'', ''letters'', ''[]'', :long)'), 'little');
select is(pg_temp.told('select postil.events_after(''team'', :long)'), 'little');
select is(pg_temp.imports('{"fields": {}, "LONG": 1}'), 'little');
select is(pg_temp.imports('{"fields": {"LONG": 1}}'), 'little');
select is(pg_temp.imports('{"fields": {}, "metadata": {"language": "LONG"}, "responses": [{"user": "LONG"}]}'), 'little');
select is(pg_temp.imports('{"fields": {}, "responses": [{"user": "admin", "values": {"LONG": {"value": 1}}}]}'), 'little');
select is(pg_temp.imports('{"fields": {}, "suggestions": [{"question": "LONG", "agent": "LONG", "value": 1}]}'), 'little');
select is(
  pg_temp.imports('{"fields": {}, "suggestions": [{"question": "LONG", "agent": "a"}, {"question": "LONG", "agent": "a"}]}'),
  'little'
);
select is(
  pg_temp.responds(jsonb_build_object('record_id', test.id('b'), 'user', 'admin', 'values', '{"LONG": {"value": 1}}'::jsonb)),
  'little'
);
select is(
  pg_temp.responds(jsonb_build_object('record_id', test.id('b'), 'user', 'admin', 'values', '{"topics": {"value": ["LONG"]}}'::jsonb)),
  'little'
);
select is(pg_temp.responds(jsonb_build_object('record_id', test.id('b'), 'user', 'LONG')), 'little');
select is(pg_temp.responds(jsonb_build_object('record_id', test.id('b'), 'user', 'admin', 'status', 'LONG')), 'little');
select is(pg_temp.responds('{"record_id": "LONG", "user": "admin"}'), 'little');
select is(pg_temp.told('insert into postil.suggestions (namespace, record_id, question, agent, value) values (''team'', test.id(''b''), :long, ''a'', ''1'')'), 'little');
select is(
  pg_temp.told('select postil.create_dataset(''team'', jsonb_build_object(''key'', ''a'', :long, 1))'), 'little'
);
select * from finish();
