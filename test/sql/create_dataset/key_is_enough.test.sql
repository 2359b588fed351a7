-- For a draft.
select plan(2);
select test.namespace('team');
select is(
  to_jsonb(postil.create_dataset('team', '{"key": "letters", "status": "draft"}')) - 'inserted_at' - 'updated_at' - 'version',
  '{"namespace": "team", "key": "letters", "name": null, "guidelines": null, "min_submitted": 1,
    "allow_extra_metadata": true, "status": "draft", "lease_seconds": 900, "skip_policy": "others"}'
);
select is_empty('select from postil.fields');
select * from finish();
