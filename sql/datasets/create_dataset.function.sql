-- Invoker: row-level security decides, as for the tables themselves.
create or replace function postil.create_dataset(namespace text, definition jsonb)
  returns postil.datasets
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  unknown text;
  made postil.datasets;
begin
  if jsonb_typeof(definition) is distinct from 'object' then
    raise exception using
      errcode = 'PN422',
      message = 'the definition of a dataset is a JSON object',
      hint = 'For example {"key": "mail", "questions": [{"name": "mood", "type": "text"}]}.';
  end if;
  if definition ->> 'key' is null then
    raise exception using
      errcode = 'PN422',
      message = 'the definition of a dataset has no key',
      hint = 'Name the dataset, as URLs will: {"key": "mail", …}.';
  end if;
  select string_agg(k.key, ', ' order by k.key)
  into unknown
  from jsonb_object_keys(definition) as k (key)
  where k.key <> all (array['key', 'name', 'guidelines', 'status', 'min_submitted', 'allow_extra_metadata',
    'lease_seconds', 'skip_policy', 'fields', 'questions', 'metadata_properties']);
  if unknown is not null then
    raise exception using
      errcode = 'PN422',
      message = format('unknown in the definition of a dataset: %s', unknown),
      hint = 'Known: key, name, guidelines, status, min_submitted, allow_extra_metadata, lease_seconds, skip_policy, '
        'fields, questions, metadata_properties.';
  end if;

  insert into postil.datasets
    (namespace, key, name, guidelines, min_submitted, allow_extra_metadata, lease_seconds, skip_policy)
  select
    create_dataset.namespace,
    d.key,
    d.name,
    d.guidelines,
    coalesce(d.min_submitted, 1),
    coalesce(d.allow_extra_metadata, true),
    coalesce(d.lease_seconds, 900),
    coalesce(d.skip_policy, 'others')
  from jsonb_to_record(definition) as d (
    key text, name text, guidelines text, min_submitted integer, allow_extra_metadata boolean,
    lease_seconds integer, skip_policy postil.skip_policy
  )
  returning * into made;

  insert into postil.fields (namespace, dataset, name, type, title, required, settings, position)
  select made.namespace, made.key, f.name, coalesce(f.type, 'text'), f.title, coalesce(f.required, true),
    coalesce(f.settings, '{}'), f.position
  from rows from (
    jsonb_to_recordset(coalesce(definition -> 'fields', '[]')) as (
      name text, type postil.field_type, title text, required boolean, settings jsonb
    )
  ) with ordinality as f (name, type, title, required, settings, position);

  insert into postil.questions (namespace, dataset, name, type, title, description, required, settings, position)
  select made.namespace, made.key, q.name, q.type, q.title, q.description, coalesce(q.required, true),
    coalesce(q.settings, '{}'), q.position
  from rows from (
    jsonb_to_recordset(coalesce(definition -> 'questions', '[]')) as (
      name text, type postil.question_type, title text, description text, required boolean, settings jsonb
    )
  ) with ordinality as q (name, type, title, description, required, settings, position);

  insert into postil.metadata_properties (namespace, dataset, name, type, title, settings, position)
  select made.namespace, made.key, p.name, p.type, p.title, coalesce(p.settings, '{}'), p.position
  from rows from (
    jsonb_to_recordset(coalesce(definition -> 'metadata_properties', '[]')) as (
      name text, type postil.metadata_type, title text, settings jsonb
    )
  ) with ordinality as p (name, type, title, settings, position);

  update postil.datasets as d
  set status = coalesce((definition ->> 'status')::postil.dataset_status, 'ready')
  where d.namespace = made.namespace
    and d.key = made.key
  returning * into made;
  return made;
end
$$;
comment on function postil.create_dataset(text, jsonb) is
  'Creates a dataset with its fields, questions and metadata properties, all or nothing. definition: {"key", "name", '
  '"guidelines", "status", "min_submitted", "allow_extra_metadata", "lease_seconds", "skip_policy", "fields": [{"name", '
  '"type", "title", "required", "settings"}], "questions": [{…, "description"}], "metadata_properties": [{"name", "type", '
  '"title", "settings"}]}. Ready for responses unless "status" is "draft".';
