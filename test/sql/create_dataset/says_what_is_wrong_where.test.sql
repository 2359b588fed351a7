select plan(12);
create function pg_temp.said(definition jsonb) returns text language plpgsql as $$
declare
  reason text;
begin
  perform postil.create_dataset('default', '{"key": "a"}' || definition);
  return 'made';
exception when sqlstate 'PN422' then
  get stacked diagnostics reason = message_text;
  return replace(reason, 'the definition of a dataset: ', '');
end
$$;
select is(pg_temp.said('{"titel": "A"}'), 'titel is unknown');
select is(pg_temp.said('{"fields": [{"name": "text"}, {"nmae": "a"}]}'), 'fields[1].nmae is unknown (and 1 more)');
select is(pg_temp.said('{"fields": "text"}'), 'fields is a list, not "text"');
select is(pg_temp.said('{"fields": ["text"]}'), 'fields[0] is not an object');
select is(pg_temp.said('{"min_submitted": "two"}'), 'min_submitted is a whole number, not "two"');
select is(pg_temp.said('{"lease_seconds": 1.5}'), 'lease_seconds is a whole number, not 1.5');
select is(pg_temp.said('{"min_submitted": 1e10}'), 'min_submitted is a whole number, not 10000000000');
select is(
  pg_temp.said('{"fields": [{"name": "text"}], "questions": [{"name": "mood", "type": "riddle"}]}'),
  'questions[0].type is one of text, rating, label_selection, multi_label_selection, ranking, span, not "riddle"'
);
select is(pg_temp.said('{"questions": [{"name": "mood"}]}'), 'questions[0].type is missing');
select is(pg_temp.said('{"metadata_properties": [{"name": 1, "type": "terms"}]}'), 'metadata_properties[0].name is a text, not 1');
select is(
  pg_temp.said('{"fields": [{"name": "text"}],
    "questions": [{"name": "mood", "type": "label_selection", "settings": {"options": "good"}}]}'),
  'question mood of type label_selection: options is a list of 2 to 500 {"value": …}'
);
select is(
  pg_temp.said('{"name": null, "status": "draft", "fields": null, "metadata_properties": [{"name": "a", "type": "float",
    "settings": null}]}'),
  'made', 'null is like nothing'
);
select * from finish();
