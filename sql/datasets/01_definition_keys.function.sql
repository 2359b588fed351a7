-- type: as jsonb_typeof() has it. words: the only ones that a text may be.
create or replace function postil_private.definition_keys()
  returns table (part text, key text, type text, words text[], required boolean, place bigint)
  language sql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select k.part, k.key, k.type, k.words, k.required, row_number() over ()
  from (
    values
      ('dataset', 'key', 'string', null, true),
      ('dataset', 'name', 'string', null, false),
      ('dataset', 'guidelines', 'string', null, false),
      ('dataset', 'status', 'string', enum_range(null::postil.dataset_status)::text[], false),
      ('dataset', 'min_submitted', 'number', null, false),
      ('dataset', 'allow_extra_metadata', 'boolean', null, false),
      ('dataset', 'lease_seconds', 'number', null, false),
      ('dataset', 'skip_policy', 'string', enum_range(null::postil.skip_policy)::text[], false),
      ('dataset', 'fields', 'array', null, false),
      ('dataset', 'questions', 'array', null, false),
      ('dataset', 'metadata_properties', 'array', null, false),
      ('fields', 'name', 'string', null, true),
      ('fields', 'type', 'string', enum_range(null::postil.field_type)::text[], false),
      ('fields', 'title', 'string', null, false),
      ('fields', 'required', 'boolean', null, false),
      ('fields', 'settings', 'object', null, false),
      ('questions', 'name', 'string', null, true),
      ('questions', 'type', 'string', enum_range(null::postil.question_type)::text[], true),
      ('questions', 'title', 'string', null, false),
      ('questions', 'description', 'string', null, false),
      ('questions', 'required', 'boolean', null, false),
      ('questions', 'settings', 'object', null, false),
      ('metadata_properties', 'name', 'string', null, true),
      ('metadata_properties', 'type', 'string', enum_range(null::postil.metadata_type)::text[], true),
      ('metadata_properties', 'title', 'string', null, false),
      ('metadata_properties', 'settings', 'object', null, false)
  ) as k (part, key, type, words, required)
$$;
comment on function postil_private.definition_keys() is
  'What the definition of a dataset may have, and each of its fields, questions and metadata properties.';
