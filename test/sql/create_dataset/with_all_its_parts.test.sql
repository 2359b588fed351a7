-- In the order given.
select plan(4);
select test.namespace('team');
select is(
  to_jsonb(postil.create_dataset('team', '{
    "key": "letters", "name": "Letters", "guidelines": "Read first.", "min_submitted": 2,
    "allow_extra_metadata": false, "lease_seconds": 60, "skip_policy": "later",
    "fields": [{"name": "text"}, {"name": "image", "type": "image", "title": "Image", "required": false,
      "settings": {"width": 100}}],
    "questions": [{"name": "mood", "type": "label_selection", "title": "Mood", "description": "How does it sound?",
      "settings": {"options": [{"value": "good"}, {"value": "bad"}]}}],
    "metadata_properties": [{"name": "language", "type": "terms", "title": "Language", "settings": {"values": ["en"]}}]
  }')) - 'inserted_at' - 'updated_at' - 'version',
  '{"namespace": "team", "key": "letters", "name": "Letters", "guidelines": "Read first.", "min_submitted": 2,
    "allow_extra_metadata": false, "status": "ready", "lease_seconds": 60, "skip_policy": "later"}'
);
select is(
  (
    select jsonb_agg(jsonb_build_array(position, name, type, title, required, settings) order by position)
    from postil.fields
  ),
  '[[1, "text", "text", null, true, {}], [2, "image", "image", "Image", false, {"width": 100}]]'
);
select is(
  (select to_jsonb(q) - 'inserted_at' - 'updated_at' - 'version' from postil.questions as q),
  '{"namespace": "team", "dataset": "letters", "name": "mood", "type": "label_selection", "title": "Mood",
    "description": "How does it sound?", "required": true,
    "settings": {"options": [{"value": "good"}, {"value": "bad"}]}, "position": 1}'
);
select is(
  (select to_jsonb(p) - 'inserted_at' - 'updated_at' - 'version' from postil.metadata_properties as p),
  '{"namespace": "team", "dataset": "letters", "name": "language", "type": "terms", "title": "Language",
    "settings": {"values": ["en"]}, "position": 1}'
);
select * from finish();
