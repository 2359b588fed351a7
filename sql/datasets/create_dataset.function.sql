-- Invoker: row-level security decides, as for the tables themselves.
-- The body is parsed when the function is made: who calls it may not look up names in postil_private.
create or replace function postil.create_dataset(namespace text, definition jsonb)
  returns postil.datasets
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
begin atomic
  select postil_private.refuse_bad_definition(definition);
  select made.* from postil_private.make_dataset(create_dataset.namespace, create_dataset.definition) as made;
end;
comment on function postil.create_dataset(text, jsonb) is
  'Creates a dataset with its fields, questions and metadata properties, all or nothing. definition: {"key", "name", '
  '"guidelines", "status", "min_submitted", "allow_extra_metadata", "lease_seconds", "skip_policy", "fields": [{"name", '
  '"type", "title", "required", "settings"}], "questions": [{…, "description"}], "metadata_properties": [{"name", "type", '
  '"title", "settings"}]}. Ready for responses unless "status" is "draft". PN422 for what is not of this form, and where: fields[1].nmae.';
