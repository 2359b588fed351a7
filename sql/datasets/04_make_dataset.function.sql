create or replace function postil_private.make_dataset(namespace text, definition jsonb)
  returns postil.datasets
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  made postil.datasets;
begin
  insert into postil.datasets
    (namespace, key, name, guidelines, min_submitted, allow_extra_metadata, lease_seconds, skip_policy)
  select
    make_dataset.namespace,
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
    jsonb_to_recordset(coalesce(nullif(definition -> 'fields', 'null'), '[]')) as (
      name text, type postil.field_type, title text, required boolean, settings jsonb
    )
  ) with ordinality as f (name, type, title, required, settings, position);

  insert into postil.questions (namespace, dataset, name, type, title, description, required, settings, position)
  select made.namespace, made.key, q.name, q.type, q.title, q.description, coalesce(q.required, true),
    coalesce(q.settings, '{}'), q.position
  from rows from (
    jsonb_to_recordset(coalesce(nullif(definition -> 'questions', 'null'), '[]')) as (
      name text, type postil.question_type, title text, description text, required boolean, settings jsonb
    )
  ) with ordinality as q (name, type, title, description, required, settings, position);

  insert into postil.metadata_properties (namespace, dataset, name, type, title, settings, position)
  select made.namespace, made.key, p.name, p.type, p.title, coalesce(p.settings, '{}'), p.position
  from rows from (
    jsonb_to_recordset(coalesce(nullif(definition -> 'metadata_properties', 'null'), '[]')) as (
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
comment on function postil_private.make_dataset(text, jsonb) is
  'create_dataset() of a definition that has the right form.';
